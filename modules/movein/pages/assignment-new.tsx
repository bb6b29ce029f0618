/** Asking for an assignment: which firms, by what goals, under what rules; anew or after a run before. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import { command, query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { CheckInput, ChoiceInput, DayInput, NumberInput, TextInput } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel, Row } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded, NoRight } from '#web/ui/frame/states.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { Labelled } from './assignment/fields.tsx'
import { HardRules } from './assignment/hard-rules.tsx'
import { type Asked, againTitle, type Choices, type Lock, type Run } from './assignment/words.ts'
import './move-in.css'
import './assignment/assignment.css'

const halfYear = 182

export default function NewAssignment() {
  const { role } = useMe()
  const after = useSearchParams()[0].get('after')
  const { state } = useLocation()
  const today = useFrame()?.today
  const choices = useQuery({ ...query('movein/assignmentChoices', {}), enabled: role === 'office' || role === 'park' })
  const before = useQuery({ ...query('movein/assignment', { id: after ?? '' }), enabled: after !== null })
  const title = after ? '调整后再次求解' : '发起统筹分配'
  if (role !== 'office' && role !== 'park')
    return <NoRight title="您没有发起统筹分配的权限" about="统筹分配由领导小组办公室和园城发起。" />
  return (
    <PageFrame
      title={title}
      description="选定企业、目标和硬性条件后开始求解；求解期间可以离开，不影响其他工作。"
      crumbs={[{ title: '统筹分配', to: '/office/assignments' }, { title }]}
    >
      <Loaded from={choices} rows={12}>
        {(found) =>
          after ? (
            <Loaded from={before} rows={12}>
              {(run) => <Form choices={found} initial={from(run, (state as { locks?: Lock[] } | null)?.locks)} />}
            </Loaded>
          ) : (
            today && <Form choices={found} initial={fresh(found, today)} />
          )
        }
      </Loaded>
    </PageFrame>
  )
}

const from = ({ id, title, zone, asked }: Run, locks: Lock[] | undefined): Asked => ({
  ...{ ...asked, title: againTitle(title), zone, after: id },
  locks: locks ?? asked.locks,
})

function fresh({ own, goals, matters }: Choices, today: string): Asked {
  const by = new Date(Date.parse(today) + halfYear * 86_400_000).toISOString().slice(0, 10)
  const weights = Object.fromEntries(goals.map(({ name, weight }) => [name, weight]))
  return {
    title: '',
    zone: own,
    matters: matters.filter(({ why, movable }) => why === null && movable).map(({ id }) => id),
    by,
    weights,
    seconds: 30,
  }
}

function Form({ choices, initial }: { choices: Choices; initial: Asked }) {
  const go = useNavigate()
  const say = useSay()
  const [asked, set] = useState(initial)
  const change = (part: Partial<Asked>) => set({ ...asked, ...part })
  const start = useMutation({
    ...command('movein/assign'),
    onError: say.failed,
    onSuccess: ({ id }) => go(`/office/assignments/${id}`),
  })
  if (choices.matters.length === 0)
    return (
      <Panel>
        <EmptyState title="目前没有可以统筹的企业" about="入驻事项在签约之前可以纳入统筹；请先登记企业的入驻需求。" />
      </Panel>
    )
  return (
    <>
      <Panel title="范围与目标">
        <Basics asked={asked} change={change} choices={choices} />
      </Panel>
      <Firms asked={asked} change={change} choices={choices} />
      <Panel title="硬性条件与假设">
        <HardRules asked={asked} change={change} choices={choices} />
        {(asked.locks ?? []).length > 0 && <p className="quiet">沿用前次锁定或排除的房源 {asked.locks!.length} 处。</p>}
      </Panel>
      <Row>
        <Act main busy={start.isPending} onClick={() => start.mutate(asked)}>
          开始求解
        </Act>
        <span className="quiet">
          {asked.matters.length} 家企业，最长求解 {asked.seconds} 秒
        </span>
      </Row>
    </>
  )
}

type Part = { asked: Asked; change: (part: Partial<Asked>) => void; choices: Choices }

const Basics = ({ asked, change, choices: { own, zones, goals } }: Part) => (
  <div className="assignment-fields">
    <Labelled title="名称">
      <TextInput
        name="名称"
        maxLength={100}
        placeholder="如 十二月统筹"
        value={asked.title}
        onChange={(title) => change({ title: title ?? '' })}
      />
    </Labelled>
    <Labelled title="范围" hint={own ? undefined : '选定园城时，只纳入该园城受理的企业和房源'}>
      <ChoiceInput
        name="范围"
        clearable
        placeholder="全区"
        disabled={own !== null || Boolean(asked.after)}
        choices={zones.map(({ id, name }) => ({ value: id, label: name }))}
        value={asked.zone ?? null}
        onChange={(zone) => change({ zone, matters: [], must: [], near: [], apart: [], locks: [] })}
      />
    </Labelled>
    <Labelled title="最晚可用" hint="此日之前可以使用的房源才纳入">
      <DayInput name="最晚可用" value={asked.by} onChange={(by) => change({ by: by ?? '' })} />
    </Labelled>
    <Labelled title="求解时间" hint="1 至 300 秒；证明最好时提前结束">
      <NumberInput name="求解时间" unit="秒" value={asked.seconds} onChange={(seconds) => change({ seconds: seconds ?? 30 })} />
    </Labelled>
    {goals.map(({ name, title, about }) => (
      <Labelled key={name} title={`权重：${title}`} hint={about}>
        <NumberInput
          name={`权重：${title}`}
          value={asked.weights[name] ?? 0}
          onChange={(weight) => change({ weights: { ...asked.weights, [name]: weight ?? 0 } })}
        />
      </Labelled>
    ))}
  </div>
)

type Firm = Choices['matters'][number]
function Firms({ asked, change, choices: { matters } }: Part) {
  const within = matters.filter(({ zone }) => !asked.zone || zone === asked.zone)
  const ready = within.filter(({ why }) => why === null)
  const all = ready.map(({ id }) => id)
  const choose = (keys: string[]) => {
    const kept = new Set(keys)
    const only = (of: readonly string[] | undefined) => (of ?? []).filter((one) => kept.has(one))
    const groups = (of: Asked['near']) => (of ?? []).map((one) => ({ ...one, matters: only(one.matters) }))
    change({
      ...{ matters: keys, must: only(asked.must), near: groups(asked.near), apart: groups(asked.apart) },
      locks: (asked.locks ?? []).filter(({ matter }) => kept.has(matter)),
    })
  }
  const chosen = new Set(asked.matters)
  const taken: Column<Firm> = {
    key: 'taken',
    title: '纳入',
    show: ({ id }) => (
      <CheckInput
        label="纳入"
        value={chosen.has(id)}
        onChange={(yes) => choose(yes ? [...asked.matters, id] : asked.matters.filter((one) => one !== id))}
      />
    ),
  }
  const unready = within.length - ready.length
  return (
    <Panel
      title={`企业（已选 ${asked.matters.length} 家）`}
      flush={ready.length <= 10}
      actions={
        <Row>
          <Act inline onClick={() => choose(all)}>
            全选
          </Act>
          <Act inline onClick={() => choose([])}>
            清空
          </Act>
        </Row>
      }
    >
      <DataTable
        name="可以统筹的企业"
        rows={ready}
        columns={[...columns, taken]}
        rowKey={({ id }) => id}
        pageSize={10}
        find={ready.length > 10 ? ({ name, number, need }) => `${name} ${number} ${need}` : undefined}
        empty={<EmptyState title="该范围内没有可以统筹的企业" />}
      />
      {unready > 0 && <p className="quiet move-in-padded">另有 {unready} 家未填写面积或人数，补充需求后可以纳入。</p>}
    </Panel>
  )
}

const columns: Column<Firm>[] = [
  {
    key: 'name',
    title: '企业',
    wrap: 14,
    sort: ({ name }) => name,
    show: ({ name, number }) => (
      <>
        {name}
        <div className="quiet move-in-small number">{number}</div>
      </>
    ),
  },
  { key: 'need', title: '需求', wrap: 24, show: ({ need }) => need },
  { key: 'zone', title: '受理园城', show: ({ zoneName }) => zoneName ?? '未定' },
  {
    key: 'state',
    title: '状态',
    sort: ({ state }) => state,
    show: ({ state, movable }) => (
      <>
        {state}
        {!movable && <div className="quiet move-in-small">采纳时不改动</div>}
      </>
    ),
  },
]
