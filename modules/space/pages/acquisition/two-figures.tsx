/** Secured and used (收储、使用): always two figures, as their definitions count them. */
import { useQuery } from '@tanstack/react-query'
import { scaleOf } from '#engines/indicator/figure/units.ts'
import { query } from '#web/client.ts'
import { Figure } from '#web/ui/figure/figure.tsx'
import { Tiles } from '#web/ui/frame/page.tsx'

const codes = ['building-secured', 'building-occupied'] as const

export const TwoFigures = ({ day }: { day: string | undefined }) => (
  <Tiles>
    {codes.map((code) => (
      <One key={code} code={code} day={day} />
    ))}
  </Tiles>
)

/** Nothing where the office has given the indicator up. */
function One({ code, day }: { code: (typeof codes)[number]; day: string | undefined }) {
  const { data } = useQuery(query('indicator/show', { code, ...(day && { day }) }))
  if (!data) return null
  const { definition, figure } = data
  return (
    <Figure
      label={definition.name}
      value={figure.value === null ? null : figure.of.amount}
      unit={scaleOf(definition.unit).base}
      note={figure.missing ?? `${figure.of.rows} 条记录，口径第 ${definition.version} 版`}
      to={day ? `/office/indicators/${code}?day=${day}` : `/office/indicators/${code}`}
    />
  )
}
