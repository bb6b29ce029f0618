/** What the office lays down before the units begin: subjects by group, last year's targets taken over, experts. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { command, query } from '#web/client.ts'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { ChoiceInput, ChoicesInput, NumberInput } from '#web/ui/form/inputs.tsx'
import { Halves, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { DataTable } from '#web/ui/table.tsx'
import type { Whole } from '../words.ts'

export const Preparing = ({ of }: { of: Whole }) => (
  <Halves shares={['3fr', '2fr']}>
    <Subjects of={of} />
    <Stack>
      {of.status === 'preparing' && <Proposed of={of} />}
      {of.status === 'preparing' && <Earlier of={of} />}
      {['preparing', 'self', 'verifying'].includes(of.status) && <Experts of={of} />}
    </Stack>
  </Halves>
)

function useTold() {
  const say = useSay()
  const known = useQueryClient()
  return (sentence: string) => ({
    onSuccess: () => {
      void known.invalidateQueries()
      say.done(sentence)
    },
    onError: say.failed,
  })
}

function Subjects({ of }: { of: Whole }) {
  const told = useTold()
  const remove = useMutation({ ...command('appraisal/removeSubject'), ...told('已移除') })
  const titleOf = (group: string) => of.groups.find(({ code }) => code === group)?.title ?? group
  return (
    <Panel title={`考核对象（${of.subjects.length}）`} flush>
      <DataTable
        name="考核对象"
        rows={of.subjects}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: '考核对象',
            show: ({ id, name }) => <Link to={`/office/appraisals/${of.id}/subjects/${id}`}>{name}</Link>,
          },
          { key: 'group', title: '考核组', show: ({ group }) => titleOf(group) },
          { key: 'targets', title: '待下达目标', number: true, show: ({ lackingTargets }) => lackingTargets || '—' },
          {
            key: 'remove',
            title: '操作',
            show: ({ id, name }) =>
              of.status === 'preparing' && (
                <ConfirmButton inline danger ask={`确定移除“${name}”吗？`} yes="移除" onConfirm={() => remove.mutate({ id })}>
                  移除
                </ConfirmButton>
              ),
          },
        ]}
        find={({ name }) => name}
        empty={<EmptyState title="尚未确定考核对象" about="从右侧各组的拟考核对象中选择。" />}
      />
    </Panel>
  )
}

function Proposed({ of }: { of: Whole }) {
  const asked = useQuery(query('appraisal/proposeSubjects', { appraisal: of.id }))
  return (
    <Panel title="拟考核对象">
      <Loaded from={asked} rows={3}>
        {(groups) => (
          <Stack>
            {groups.map((one) => (
              <Group key={`${one.group} ${one.candidates.length}`} appraisal={of.id} of={one} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Panel>
  )
}

type Candidates = { group: string; title: string; candidates: { name: string }[] }
function Group({ appraisal, of: { group, title, candidates } }: { appraisal: string; of: Candidates }) {
  const told = useTold()
  const [names, choose] = useState<string[]>(candidates.map(({ name }) => name))
  const add = useMutation({ ...command('appraisal/addSubjects'), ...told('考核对象已确定') })
  if (candidates.length === 0) return <p className="quiet">{title}：没有其他拟考核对象。</p>
  return (
    <div>
      <p>{title}</p>
      <ChoicesInput
        name={title}
        value={names}
        onChange={(chosen) => choose(chosen ?? [])}
        choices={candidates.map(({ name }) => ({ value: name, label: name }))}
      />
      <Row>
        <Act disabled={names.length === 0} busy={add.isPending} onClick={() => add.mutate({ appraisal, group, names })}>
          确定 {names.length} 个
        </Act>
      </Row>
    </div>
  )
}

function Earlier({ of }: { of: Whole }) {
  const told = useTold()
  const all = useQuery(query('appraisal/listAppraisals', {})).data ?? []
  const [from, choose] = useState<string | null>(null)
  const [percent, set] = useState<number | null>(100)
  const take = useMutation({ ...command('appraisal/importTargets'), ...told('目标已沿用') })
  return (
    <Panel title="沿用目标">
      <Stack>
        <ChoiceInput
          name="沿用哪一次考核的目标"
          placeholder="选择以往的考核评估"
          value={from}
          onChange={choose}
          choices={all.flatMap(({ id, title }) => (id === of.id ? [] : [{ value: id, label: title }]))}
        />
        <NumberInput name="按原目标的比例" unit="%" value={percent} onChange={set} />
        <Row>
          <Act
            disabled={!from || !percent}
            busy={take.isPending}
            onClick={() => from && percent && take.mutate({ appraisal: of.id, from, percent })}
          >
            沿用
          </Act>
          <span className="quiet">已填写的目标不变。</span>
        </Row>
      </Stack>
    </Panel>
  )
}

function Experts({ of }: { of: Whole }) {
  const told = useTold()
  const people = useQuery(query('appraisal/expertCandidates', {})).data ?? []
  const [persons, choose] = useState<string[]>([])
  const ask = useMutation({ ...command('appraisal/assignExperts'), ...told('已聘请，请专家评分') })
  return (
    <Panel title="考核专家">
      <Stack>
        <ChoicesInput
          name="考核专家"
          value={persons}
          onChange={(chosen) => choose(chosen ?? [])}
          choices={people.map(({ id, name, title }) => ({ value: id, label: `${name}（${title}）` }))}
        />
        <Row>
          <Act disabled={persons.length === 0} busy={ask.isPending} onClick={() => ask.mutate({ appraisal: of.id, persons })}>
            聘请
          </Act>
          <span className="quiet">
            已提交 {of.experts.asked - of.experts.open} 项，共 {of.experts.asked} 项；专家不评本单位，评分互不可见。
          </span>
        </Row>
      </Stack>
    </Panel>
  )
}
