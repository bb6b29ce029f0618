/** A stage in its word and tone, and areas as they stand in tables. */
import { type AcquisitionStage, acquisitionStages } from '#modules/space/flow.ts'
import { StatusTag, type Tone } from '#web/ui/figure/light.tsx'

const tones: Record<AcquisitionStage, Tone> = {
  found: 'quiet',
  surveyed: 'quiet',
  negotiating: 'warn',
  contracted: 'active',
  handedOver: 'active',
  refitting: 'active',
  ready: 'good',
  let: 'good',
  dropped: 'bad',
}

export const StageTag = ({ is }: { is: AcquisitionStage }) => <StatusTag of={acquisitionStages} is={is} tone={tones[is]} />

/** Whole, or to the hundredth: 1,150.70. */
export const square = (area: number): string =>
  area.toLocaleString('zh-CN', { minimumFractionDigits: Number.isInteger(area) ? 0 : 2, maximumFractionDigits: 2 })
