/** The library of policies in the office: looked through, entered; clauses of other districts apart (plan task 1). */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { potNames } from '#engines/policy/policy.ts'
import { policyStates } from '#modules/policy/flow.ts'
import { levels } from '#modules/policy/model.ts'
import { type In, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act, GoTo, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { useAddress } from '#web/ui/filter/address.ts'
import { choicesOf, FilterBar, Pick } from '#web/ui/filter/bar.tsx'
import { ViewSwitch } from '#web/ui/form/inputs.tsx'
import { PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { Pager, usePage } from '#web/ui/pager.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { AddForm } from './policy/document-form.tsx'
import { lead, policyTones, span } from './words.ts'
import './policy.css'

const size = 50
const keys = { texts: ['words', 'level', 'line', 'type', 'status'], marks: ['demonstration'] } as const
type Line = Out<'policy/library'>['rows'][number]

export default function Policies() {
  const { role } = useMe()
  const go = useNavigate()
  const say = useSay()
  const address = useAddress(keys)
  const page = usePage()
  const [adding, add] = useState(false)
  const { demonstration = false, ...filter } = address.filter as Partial<In<'policy/library'>> // the server checks every word
  const asked = useQuery({
    ...query('policy/library', { ...filter, demonstration, page, size }),
    placeholderData: (before: Out<'policy/library'> | undefined) => before,
  })
  const types = useQuery(query('policy/libraryChoices', {})).data?.types ?? []
  return (
    <PageFrame
      title="政策文件"
      description="国家、市、区政策文件和条款；条款以数据形式保存，按版本发布，发布前须经公平竞争审查。"
      actions={
        <>
          <GoTo to="/office/policy-questions">政策咨询</GoTo>
          <Permitted
            main
            icon={icons.add}
            when={role === 'office' || role === 'department'}
            because="政策文件由领导小组办公室和牵头部门登记"
            onClick={() => add(true)}
          >
            登记政策文件
          </Permitted>
        </>
      }
    >
      <Panel flush>
        <FilterBar
          of={address}
          words="名称、条款、文号或内容"
          told={asked.data ? `共 ${asked.data.total} 份` : ''}
          lead={
            <ViewSwitch
              name="范围"
              choices={[
                { value: 'own', label: '政策文件' },
                { value: 'demonstration', label: '其他地区示范' },
              ]}
              value={demonstration ? 'demonstration' : 'own'}
              onChange={(value) => address.choose('demonstration', value === 'demonstration' ? '1' : null)}
            />
          }
        >
          {!demonstration && <Pick of={address} name="level" title="级别" choices={choicesOf(levels)} width={112} />}
          <Pick of={address} name="line" title="资金" choices={choicesOf(potNames)} width={112} />
          <Pick
            of={address}
            name="type"
            title="支持类型"
            choices={types.map((one) => ({ value: one, label: one }))}
            width={168}
          />
          <Pick of={address} name="status" title="状态" choices={choicesOf(policyStates)} width={112} />
        </FilterBar>
        <Loaded from={asked} rows={12}>
          {({ rows, total }) => (
            <>
              <DataTable
                name="政策文件"
                rows={rows}
                columns={columns}
                rowKey={({ id }) => id}
                to={({ id }) => `/office/policies/${id}`}
                pageSize={size}
                empty={
                  address.narrowed ? (
                    <EmptyState title="没有符合条件的政策文件" actions={<Act onClick={address.clear}>清除筛选</Act>} />
                  ) : (
                    <EmptyState title="尚无政策文件" about="登记国家、市、区的政策文件后，列在这里并在公众门户公开。" />
                  )
                }
              />
              <Pager size={size} total={total} />
            </>
          )}
        </Loaded>
      </Panel>
      <Dialog title="登记政策文件" wide open={adding} onClose={() => add(false)}>
        <AddForm
          onCancel={() => add(false)}
          onDone={(id) => {
            say.done('已登记，补充解读和条款后公布')
            void go(`/office/policies/${id}`)
          }}
        />
      </Dialog>
    </PageFrame>
  )
}

const columns: Column<Line>[] = [
  {
    key: 'title',
    title: '名称',
    wrap: 18,
    show: ({ title, number, demonstration, found }) => (
      <>
        {title} {demonstration && <Mark>示范条款</Mark>}
        {number && <div className="quiet policy-small">{number}</div>}
        {found.length > 0 && <div className="quiet policy-small">相关条款：{found.join('、')}</div>}
      </>
    ),
  },
  {
    key: 'issuer',
    title: '发文单位',
    wrap: 10,
    show: ({ issuer, level }) => (
      <>
        {issuer}
        <div className="quiet policy-small">{levels[level]}</div>
      </>
    ),
  },
  {
    key: 'clauses',
    title: '条款与资金',
    wrap: 8,
    show: ({ clauses, lines }) =>
      clauses ? (
        <>
          {clauses} 条<div className="quiet policy-small">{lines.map((one) => potNames[one]).join('、')}</div>
        </>
      ) : (
        '—'
      ),
  },
  { key: 'span', title: '有效期', wrap: 7, show: ({ since, until }) => <span className="number">{span(since, until)}</span> },
  { key: 'lead', title: '牵头单位', wrap: 7, show: ({ orgName, demonstration }) => orgName ?? (demonstration ? '—' : lead) },
  { key: 'status', title: '状态', show: ({ status }) => <StatusTag of={policyStates} is={status} tone={policyTones[status]} /> },
]
