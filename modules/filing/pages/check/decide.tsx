/** Accepting a report, or returning it with what is objected at its cells; then on to the next that waits. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { command, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import type { Shown } from '../words.ts'
import '../foot.css'

type DecideOf = { of: Shown; objections: Record<string, string>; back: string }

export function Decide({ of: { filing }, objections, back }: DecideOf) {
  const say = useSay()
  const go = useNavigate()
  const client = useQueryClient()
  /** The longest waiting of the others, or the list where there is none. */
  const goOn = async () => {
    const { rows } = await client.fetchQuery(query('filing/queue', { size: 2 }))
    const next = rows.find(({ id }) => id !== filing.id)
    await go(next ? `/office/filings/${next.id}` : back)
  }
  const accept = useMutation({ ...command('filing/accept'), onError: say.failed })
  const sendBack = useMutation({ ...command('filing/sendBack'), onError: say.failed })
  const busy = accept.isPending || sendBack.isPending
  const given = Object.fromEntries(Object.entries(objections).filter(([, words]) => words.trim()))
  const count = Object.keys(given).length
  const done = (sentence: string) => {
    say.done(sentence)
    void goOn()
  }
  return (
    <div className="filing-foot">
      <Act
        main
        busy={accept.isPending}
        disabled={busy || Object.keys(objections).length > 0}
        onClick={() => accept.mutate({ id: filing.id }, { onSuccess: () => done('已审核通过') })}
      >
        审核通过
      </Act>
      <Act
        danger
        busy={sendBack.isPending}
        disabled={busy || count === 0}
        onClick={() => sendBack.mutate({ id: filing.id, objections: given }, { onSuccess: () => done('已退回修改') })}
      >
        {count ? `退回修改（${count} 项意见）` : '退回修改'}
      </Act>
      <span className="quiet">{count ? '有意见的报表不能审核通过' : '退回须在有问题的项目上提意见'}</span>
    </div>
  )
}
