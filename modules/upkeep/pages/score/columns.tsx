/** A score as a table tells it: the points, and each part with the sentence it follows from. */
import type { Out } from '#web/client.ts'
import type { Column } from '#web/ui/table.tsx'

export type Card = Out<'upkeep/scorecard'>
type Score = Card['rows'][number]['score']

const names = { response: '响应', occupancy: '入驻率', satisfaction: '满意度' }

export const scoreColumns = <R extends { score: Score }>(): Column<R>[] => [
  {
    key: 'points',
    title: '得分',
    number: true,
    sort: ({ score }) => score.points,
    show: ({ score: { points } }) => (points === null ? <span className="quiet">暂无</span> : <b>{points}</b>),
  },
  ...Object.entries(names).map(
    ([name, title]): Column<R> => ({
      key: name,
      title,
      wrap: 13,
      sort: ({ score }) => partOf(score, name)?.points,
      show: ({ score }) => <Part of={partOf(score, name)} />,
    }),
  ),
]

const partOf = ({ parts }: Score, name: string) => parts.find((part) => part.name === name)

function Part({ of }: { of: Score['parts'][number] | undefined }) {
  if (!of) return null
  return (
    <span className="score-part">
      {of.points !== null && (
        <>
          <b className="number">{of.points}</b> <span className="quiet">/ {of.of} 分</span>
        </>
      )}
      <span className="quiet upkeep-small score-part">{of.sentence}</span>
    </span>
  )
}
