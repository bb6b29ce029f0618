/** What waits to be mended and what is announced in a building: figures for its page that open the lists. */
import { useQuery } from '@tanstack/react-query'
import { query } from '#web/client.ts'
import { Figure } from '#web/ui/figure/figure.tsx'
import { useReads } from './reads.tsx'

export function ServicesOfBuilding({ building }: { building: string }) {
  const reads = useReads()
  const tickets = useQuery({ ...query('upkeep/tickets', { building, size: 1 }), enabled: reads }).data
  const notices = useQuery(query('upkeep/notices', { building })).data
  return (
    <>
      {tickets && (
        <Figure
          label="未办结报事"
          value={tickets.open}
          unit="件"
          note={tickets.late ? `${tickets.late} 件已超期` : '没有超期'}
          to={`/office/tickets?building=${building}`}
        />
      )}
      {notices && (
        <Figure label="楼宇通知" value={notices.length} unit="条" note="现行有效" to={`/office/notices?building=${building}`} />
      )}
    </>
  )
}
