/** A light in words, with a shape of its own for those who do not tell colours apart. */
import type { LightName } from '#modules/work/model.ts'

const shapes: Record<LightName, string> = {
  green: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2z',
  yellow: 'M8 1.6 14.4 8 8 14.4 1.6 8z',
  red: 'M8 1.8 15 14H1z',
  grey: 'M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2zm0 2.2a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2z',
  blue: 'M8 .8l2.1 4.7 5.1.5-3.9 3.4 1.2 5L8 11.7l-4.5 2.7 1.2-5L.8 6l5.1-.5z',
}

export const Shape = ({ light, at, size = 16 }: { light: LightName; at?: [x: number, y: number]; size?: number }) => (
  <path
    className={`shape shape-${light}`}
    d={shapes[light]}
    fillRule="evenodd"
    transform={at ? `translate(${at[0] - size / 2} ${at[1] - size / 2}) scale(${size / 16})` : undefined}
  />
)

export const Light = ({ light, word }: { light: LightName; word: string }) => (
  <span className={`light light-${light}`}>
    <svg viewBox="0 0 16 16" width="13" height="13" aria-hidden="true">
      <Shape light={light} />
    </svg>
    {word}
  </span>
)
