/** Scenarios that were kept: what they change, what they cost, and the draft they belong to. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { inTenThousands } from '#engines/policy/wording.ts'
import { command, type Out, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { DataTable } from '#web/ui/table.tsx'

type Scenario = Out<'policy/scenarios'>[number]
type Props = { policy: string; drafts: Out<'policy/parameters'>['drafts']; plans: boolean }

export function Scenarios({ policy, drafts, plans }: Props) {
  const asked = useQuery(query('policy/scenarios', { policy }))
  return (
    <div id="scenarios">
      <Panel title="已保存的测算方案" flush>
        <Loaded from={asked} rows={3}>
          {(rows) => (
            <DataTable
              name="已保存的测算方案"
              rows={rows}
              rowKey={({ id }) => id}
              empty="还没有保存的方案"
              columns={[
                { key: 'title', title: '名称', wrap: 16, show: ({ title }) => title },
                {
                  key: 'what',
                  title: '调整',
                  wrap: 24,
                  show: ({ changes }) => changes.map(({ what, from, to }) => `${what}：${from} → ${to}`).join('；'),
                },
                { key: 'cost', title: '资金', show: costOf },
                { key: 'by', title: '测算', show: ({ savedBy, savedOn, year }) => `${savedBy} ${savedOn}（${year} 年）` },
                { key: 'draft', title: '草案', show: (one) => plans && <Draft of={one} drafts={drafts} policy={policy} /> },
              ]}
            />
          )}
        </Loaded>
      </Panel>
    </div>
  )
}

const costOf = ({ outcome: { whole } }: Scenario) =>
  whole ? `${inTenThousands(whole.base.amount)} → ${inTenThousands(whole.changed.amount)} 万元` : '—'

function Draft({ of, drafts, policy }: { of: Scenario; drafts: Props['drafts']; policy: string }) {
  const say = useSay()
  const known = useQueryClient()
  const go = useNavigate()
  const attach = useMutation({
    ...command('policy/attachScenario'),
    onSuccess: () => {
      void known.invalidateQueries({ queryKey: ['policy/scenarios'] })
      say.done('已附于草案')
    },
    onError: say.failed,
  })
  const make = useMutation({
    mutationFn: async () => {
      const { text, base } = await query('policy/scenarioText', { id: of.id }).queryFn()
      const { id } = await command('policy/draftVersion').mutationFn({ policy, base, text, note: `据测算方案“${of.title}”起草` })
      await command('policy/attachScenario').mutationFn({ id: of.id, draft: id })
      return id
    },
    onSuccess: (id: string) => {
      void known.invalidateQueries()
      void go(`/office/policies/${policy}/versions/${id}`)
    },
    onError: say.failed,
  })
  if (of.draft)
    return (
      <Act inline onClick={() => void go(`/office/policies/${policy}/versions/${of.draft}`)}>
        查看草案
      </Act>
    )
  const [draft] = drafts
  return draft ? (
    <Act inline onClick={() => attach.mutate({ id: of.id, draft: draft.id })}>
      附于第 {draft.number} 版草案
    </Act>
  ) : (
    <Act inline onClick={() => make.mutate()}>
      据此起草
    </Act>
  )
}
