/** The reads of a figure as a sum on paper: what is added, what is taken away, and what they come to. */
import { sayRead, sides } from '#engines/indicator/figure/say.ts'
import type { Out } from '#web/client.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { exact, type Opened } from '../words.ts'

export type Behind = Out<'indicator/rows'>[number]
type Side = Behind['read']['side']

type MadeOfProps = {
  reads: Behind[]
  /** Against which the sums are held; null where only a part is looked at. */
  figure: Opened['figure'] | null
  picked: number
  onPick: (at: number) => void
}

export function MadeOf({ reads, figure, picked, onPick }: MadeOfProps) {
  const present = (Object.keys(sides) as Side[]).filter((side) => reads.some(({ read }) => read.side === side))
  const numbered = reads.map((behind, at) => ({ ...behind, at }))
  return (
    <table className="made-of">
      <thead className="quiet">
        <tr>
          <th className="sign" scope="col">
            加减
          </th>
          <th scope="col">取数</th>
          <th className="number" scope="col">
            记录数
          </th>
          <th className="number" scope="col">
            合计
          </th>
        </tr>
      </thead>
      {present.map((side) => {
        const own = numbered.filter(({ read }) => read.side === side)
        return (
          <tbody key={side}>
            {own.map(({ at, read, whole }) => (
              <tr key={at} className={at === picked ? 'picked' : undefined} aria-current={at === picked || undefined}>
                <td className="sign">{read.sign === 1 ? '＋' : '－'}</td>
                <td>
                  <button type="button" className="plain made-of-read" onClick={() => onPick(at)}>
                    {sayRead(read)}
                  </button>
                </td>
                <td className="number">{whole ? `${exact(whole.rows)} 条` : '—'}</td>
                <td className="number">{whole ? `${exact(whole.amount)} ${read.unit}` : '企业少于3家，不予显示'}</td>
              </tr>
            ))}
            <Sum side={side} reads={own} figure={figure} alone={present.length === 1} />
          </tbody>
        )
      })}
    </table>
  )
}

type SumOf = { side: Side; reads: Behind[]; figure: Opened['figure'] | null; alone: boolean }

function Sum({ side, reads, figure, alone }: SumOf) {
  const known = reads.every(({ whole }) => whole !== null)
  const sum = reads.reduce((total, { read, whole }) => total + read.sign * (whole?.amount ?? 0), 0)
  const told = figure?.[side]?.amount
  return (
    <tr className="sum">
      <td className="sign">＝</td>
      <td colSpan={2}>
        {alone ? '合计' : `${sides[side]}合计`}{' '}
        {known &&
          told !== undefined &&
          (told === sum ? <Mark tone="good">与数值一致</Mark> : <Mark tone="bad">与数值不一致</Mark>)}
      </td>
      <td className="number">{known ? `${exact(sum)} ${reads[0]!.read.unit}` : '—'}</td>
    </tr>
  )
}
