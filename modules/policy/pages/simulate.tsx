/** What other figures in the clauses would cost: one slider a parameter, today's clauses beside the changed ones at once (plan task 2). */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { command, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ChoiceInput, TextInput } from '#web/ui/form/inputs.tsx'
import { Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Knobs } from './simulate/knobs.tsx'
import { Result } from './simulate/result.tsx'
import { Scenarios } from './simulate/scenarios.tsx'
import './simulate/simulate.css'

type Ground = Out<'policy/parameters'>
export type Changes = Record<string, string>

export default function Simulate() {
  const { id = '' } = useParams()
  const document = useQuery(query('policy/showDocument', { key: id }))
  return (
    <Loaded from={document}>
      {({ version, title }) =>
        version === null ? (
          <PageFrame title="政策测算" crumbs={crumbs(id, title)}>
            <Panel>
              <EmptyState title="尚无已发布的条款" about="条款发布后即可调整参数测算。" />
            </Panel>
          </PageFrame>
        ) : (
          <WithParameters version={version} />
        )
      }
    </Loaded>
  )
}

const crumbs = (id: string, title: string) => [
  { title: '政策文件', to: '/office/policies' },
  { title, to: `/office/policies/${id}` },
  { title: '政策测算' },
]

function WithParameters({ version }: { version: string }) {
  const asked = useQuery(query('policy/parameters', { version }))
  return <Loaded from={asked}>{(of) => <Opened of={of} version={version} />}</Loaded>
}

function Opened({ of, version }: { of: Ground; version: string }) {
  const { role } = useMe()
  const [changes, change] = useState<Changes>({})
  const [year, turn] = useState(of.years[0]!)
  const settled = useDeferredValue(changes)
  const input = { version, year, changes: Object.entries(settled).map(([id, to]) => ({ id, to })) }
  const found = useQuery({ ...query('policy/simulate', input), placeholderData: keepPreviousData, retry: false })
  const plans = role === 'office' || role === 'department'
  return (
    <PageFrame
      title="政策测算"
      description={`${of.policy.title} 第 ${of.number} 版：调整上限、标准、门槛和日期，按全区企业台账即时对比资金和受益企业。`}
      crumbs={crumbs(of.policy.id, of.policy.title)}
      actions={
        <>
          <ChoiceInput
            name="测算年度"
            width={140}
            choices={of.years.map((one) => ({ value: String(one), label: `${one} 年台账` }))}
            value={String(year)}
            onChange={(one) => one && turn(Number(one))}
          />
          {Object.keys(changes).length > 0 && <Act onClick={() => change({})}>全部还原</Act>}
          {plans && <Save input={input} disabled={Object.keys(changes).length === 0} />}
        </>
      }
    >
      <Halves shares={['1fr', '2fr']}>
        <Knobs of={of} changes={changes} onChange={change} />
        <Stack>
          <Loaded from={found} rows={10}>
            {(result) => <Result of={result} input={input} firms={of.firms} waiting={found.isPlaceholderData} />}
          </Loaded>
          <Scenarios policy={of.policy.id} drafts={of.drafts} plans={plans} />
        </Stack>
      </Halves>
    </PageFrame>
  )
}

type Input = { version: string; year: number; changes: { id: string; to: string }[] }
function Save({ input, disabled }: { input: Input; disabled: boolean }) {
  const say = useSay()
  const known = useQueryClient()
  const go = useNavigate()
  const [open, turn] = useState(false)
  const [title, name] = useState<string | null>(null)
  const save = useMutation({
    ...command('policy/saveScenario'),
    onSuccess: () => {
      void known.invalidateQueries({ queryKey: ['policy/scenarios'] })
      say.done('已保存测算方案')
      turn(false)
      void go('#scenarios')
    },
    onError: say.failed,
  })
  return (
    <>
      <Act main disabled={disabled} onClick={() => turn(true)}>
        保存方案
      </Act>
      <Dialog title="保存测算方案" open={open} onClose={() => turn(false)}>
        <Stack>
          <TextInput name="方案名称" placeholder="如：房租补贴上限提高到 45 万元" maxLength={100} value={title} onChange={name} />
          <div className="row">
            <Act main disabled={!title} onClick={() => save.mutate({ ...input, title: title ?? '' })}>
              保存
            </Act>
          </div>
        </Stack>
      </Dialog>
    </>
  )
}
