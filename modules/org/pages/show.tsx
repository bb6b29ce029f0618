/** One organisation: what it is, who belongs to it, where it belongs, what happened to it. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { officials, roles } from '#platform/context.ts'
import { command, type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Timeline } from '#web/timeline.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Facts, Halves, PageFrame, Panel, Row, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { type Org, orgKinds } from '../model.ts'
import { OrgForm } from './edit.tsx'
import { bodyKinds, keeps, useOrgsAddress } from './place.ts'

export default function OrgPage() {
  const { id } = useParams()
  const orgs = useQuery(query('org/list', {}))
  return (
    <Loaded from={orgs}>
      {(all) => {
        const found = all.find((org) => org.id === id)
        return found ? (
          <Found key={found.id} of={found} orgs={all} />
        ) : (
          <EmptyState title="没有找到该单位" about="它可能已被移除。" />
        )
      }}
    </Loaded>
  )
}

function Found({ of, orgs }: { of: Org; orgs: Org[] }) {
  const { role } = useMe()
  const address = useOrgsAddress()
  const [editing, edit] = useState(false)
  const members = useQuery(query('org/memberships', {}))
  const known = new Map(orgs.map((org) => [org.id, org]))
  const linked = (id: string): ReactNode => <Link to={`${address}/${id}`}>{known.get(id)?.name ?? '—'}</Link>
  const below = orgs.filter(({ parent }) => parent === of.id)
  return (
    <PageFrame
      title={of.name}
      crumbs={[{ title: '组织体系', to: address }, { title: of.shortName }]}
      marks={<Mark>{orgKinds[of.kind]}</Mark>}
      actions={
        keeps(role) && (
          <Act icon={icons.edit} onClick={() => edit(true)}>
            修改
          </Act>
        )
      }
    >
      <Panel title="基本情况">
        <Facts
          of={[
            { title: '简称', value: of.shortName },
            { title: '上级单位', value: of.parent && linked(of.parent) },
            { title: '区划代码', value: of.areaCode },
            { title: '设立日期', value: of.since },
            { title: '撤销日期', value: of.until ?? '在用' },
            { title: '其他叫法', value: of.aliases.join('、'), wide: true },
            { title: '职责', value: of.duties, wide: true },
            ...(below.length
              ? [
                  {
                    title: '下属单位',
                    value: (
                      <Row>
                        {below.map(({ id }) => (
                          <span key={id}>{linked(id)}</span>
                        ))}
                      </Row>
                    ),
                    wide: true,
                  },
                ]
              : []),
          ]}
        />
      </Panel>
      <Loaded from={members}>
        {(all) => (
          <Halves shares={officials.some((one) => one === role) ? ['3fr', '2fr'] : ['1fr', '1fr']}>
            <Stack>
              {bodyKinds.includes(of.kind) && <Members of={of} orgs={orgs} members={all} linked={linked} />}
              <Belonging of={of} members={all} linked={linked} />
              <Tenures of={of} />
            </Stack>
            {officials.some((one) => one === role) && (
              <Panel title="变更记录">
                <Timeline subjects={[of.id]} />
              </Panel>
            )}
          </Halves>
        )}
      </Loaded>
      <OrgForm open={editing} onClose={() => edit(false)} orgs={orgs} of={of} />
    </PageFrame>
  )
}

type Membership = Out<'org/memberships'>[number]
type MembersOf = { of: Org; orgs: Org[]; members: Membership[]; linked: (id: string) => ReactNode }

function Members({ of, orgs, members, linked }: MembersOf) {
  const { role } = useMe()
  const say = useSay()
  const [chosen, choose] = useState<string | null>(null)
  const join = useMutation({ ...command('org/join'), onSuccess: () => say.done('已加入'), onError: say.failed })
  const leave = useMutation({ ...command('org/leave'), onSuccess: () => say.done('已退出'), onError: say.failed })
  const own = members.filter(({ body }) => body === of.id)
  const present = own.filter(({ until }) => until === null).map(({ org }) => org)
  const free = orgs.filter(({ id, until }) => id !== of.id && !until && !present.includes(id))
  const name = (id: string) => orgs.find((org) => org.id === id)?.shortName ?? ''
  return (
    <Panel title={`成员单位（${present.length}）`}>
      <DataTable
        name={`${of.name}的成员单位`}
        rows={own}
        rowKey={({ id }) => id}
        empty="暂无成员单位"
        tools={
          keeps(role) && (
            <Row>
              <ChoiceInput
                name="要加入的单位"
                placeholder="选择单位"
                width={220}
                value={chosen}
                onChange={choose}
                choices={free.map(({ id, name, kind }) => ({ value: id, label: name, group: orgKinds[kind] }))}
              />
              <Act
                disabled={!chosen}
                busy={join.isPending}
                onClick={() => chosen && join.mutate({ body: of.id, org: chosen }, { onSuccess: () => choose(null) })}
              >
                加入
              </Act>
            </Row>
          )
        }
        columns={[
          { key: 'org', title: '单位', show: ({ org }) => linked(org), sort: ({ org }) => name(org) },
          { key: 'since', title: '加入日期', show: ({ since }) => since, sort: ({ since }) => since },
          { key: 'until', title: '退出日期', show: ({ until }) => until ?? '—', sort: ({ until }) => until },
          ...(keeps(role)
            ? [
                {
                  key: 'act',
                  title: '操作',
                  show: ({ id, org, until }: Membership) =>
                    until === null && (
                      <ConfirmButton
                        inline
                        danger
                        ask={`确定${name(org)}退出${of.shortName}吗？`}
                        about="成员历史会保留。"
                        yes="退出"
                        onConfirm={() => leave.mutateAsync({ id }).catch(() => undefined)}
                      >
                        退出
                      </ConfirmButton>
                    ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

function Belonging({ of, members, linked }: Omit<MembersOf, 'orgs'>) {
  const own = members.filter(({ org, until }) => org === of.id && until === null)
  if (own.length === 0) return null
  return (
    <Panel title="参加的领导小组和工作组">
      <Row>
        {own.map(({ id, body, since }) => (
          <span key={id}>
            {linked(body)} <span className="quiet">自 {since}</span>
          </span>
        ))}
      </Row>
    </Panel>
  )
}

/** Post by post, whoever holds it now first. */
function Tenures({ of }: { of: Org }) {
  const found = useQuery(query('org/tenures', { org: of.id })).data
  if (!found?.length) return null
  return (
    <Panel title="任职沿革" flush>
      <DataTable
        name={`${of.name}的任职沿革`}
        rows={found}
        rowKey={({ id }) => id}
        columns={[
          { key: 'title', title: '职务', show: ({ title }) => title, sort: ({ title }) => title },
          { key: 'name', title: '姓名', show: ({ name }) => name },
          { key: 'role', title: '角色', show: ({ role }) => roles[role], wideOnly: true },
          { key: 'since', title: '任职日期', show: ({ since }) => since, sort: ({ since }) => since },
          { key: 'until', title: '离任日期', show: ({ until }) => until ?? '在任', sort: ({ until }) => until },
        ]}
      />
    </Panel>
  )
}
