/** Words and parts the pages of dispatch share: kinds of lines, the state of a sheet, a list of lines. */
import { Link } from 'react-router'
import { sheetStates } from '#modules/dispatch/flow.ts'
import type { Out } from '#web/client.ts'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'
import './dispatch.css'

export type Line = Out<'dispatch/showSheet'>['sheet']['lines'][number]
type State = keyof typeof sheetStates

export const kindWords: Record<Line['kind'], string> = {
  indicator: '指标',
  milestone: '任务',
  report: '月报',
  matter: '督办',
  card: '亮牌',
  problem: '问题',
  claim: '兑现',
  movein: '入驻',
  ticket: '报事',
}

const tones: Record<State, Tone> = { waiting: 'quiet', confirmed: 'good', remarked: 'warn' }
export const SheetState = ({ is, late }: { is: State; late?: boolean }) => (
  <Mark tone={late ? 'bad' : tones[is]}>{late ? '逾期未确认' : sheetStates[is]}</Mark>
)

export const Lines = ({ of }: { of: readonly Line[] }) => (
  <ul className="dispatch-lines">
    {of.map((line, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: frozen lines in their order, nothing else names them
      <li key={at} className={line.grave ? 'grave' : undefined}>
        <span className="dispatch-kind">
          <Mark tone={line.grave ? 'bad' : 'quiet'}>{kindWords[line.kind]}</Mark>
        </span>
        <span className="dispatch-words">
          <span className="name">{line.link ? <Link to={line.link}>{line.title}</Link> : line.title}</span>{' '}
          <span>{line.sentence}</span>
        </span>
        {line.value && <span className="dispatch-value">{line.value}</span>}
      </li>
    ))}
  </ul>
)

/** The district in ten lines, as its leader reads it on a phone. */
export const TenLines = ({ of }: { of: readonly Line[] }) => (
  <ol className="dispatch-ten">
    {of.map(({ title, sentence, link, grave }) => (
      <li key={title} className={grave ? 'grave' : undefined}>
        <span className="dispatch-words">
          <span className="name">{link ? <Link to={link}>{title}</Link> : title}</span> <span>{sentence}</span>
        </span>
      </li>
    ))}
  </ol>
)
