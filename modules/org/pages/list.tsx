/** Organisations of the district: the register, the bodies with their members, and which areas the district governs. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Out, query } from '#web/client.ts'
import { useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { PageTabs } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { PageFrame, Panel, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { type Org, orgKinds } from '../model.ts'
import { OrgForm } from './edit.tsx'
import { bodyKinds, keeps, useOrgsAddress } from './place.ts'

export default function Orgs() {
  const orgs = useQuery(query('org/list', {}))
  const members = useQuery(query('org/memberships', {}))
  const rules = useQuery(query('org/jurisdictionRules', {}))
  const [adding, add] = useState(false)
  const { role } = useMe()
  return (
    <PageFrame
      title="组织体系"
      description="承担行动方案的领导小组、工作组、部门、园城、镇街，以及本区的管辖范围。"
      actions={
        keeps(role) && (
          <Act main icon={icons.add} onClick={() => add(true)}>
            登记单位
          </Act>
        )
      }
    >
      <PageTabs
        of={[
          { key: 'list', title: '单位名录', content: <Loaded from={orgs}>{(rows) => <Register rows={rows} />}</Loaded> },
          { key: 'tree', title: '隶属关系', content: <Loaded from={orgs}>{(rows) => <Tree rows={rows} />}</Loaded> },
          {
            key: 'bodies',
            title: '成员单位',
            content: (
              <Loaded from={orgs}>
                {(rows) => <Loaded from={members}>{(all) => <Bodies orgs={rows} members={all} />}</Loaded>}
              </Loaded>
            ),
          },
          { key: 'areas', title: '管辖规则', content: <Loaded from={rules}>{(rows) => <Areas rows={rows} />}</Loaded> },
        ]}
      />
      <OrgForm open={adding} onClose={() => add(false)} orgs={orgs.data ?? []} />
    </PageFrame>
  )
}

function Register({ rows }: { rows: Org[] }) {
  const address = useOrgsAddress()
  const names = new Map(rows.map(({ id, shortName }) => [id, shortName]))
  return (
    <DataTable
      name="单位名录"
      rows={inOrder(rows)}
      rowKey={({ id }) => id}
      to={({ id }) => `${address}/${id}`}
      find={({ name, shortName, aliases }) => [name, shortName, ...aliases].join(' ')}
      empty="尚未登记单位"
      columns={[
        { key: 'name', title: '单位名称', show: ({ name }) => name, sort: ({ name }) => name },
        { key: 'shortName', title: '简称', show: ({ shortName }) => shortName, sort: ({ shortName }) => shortName },
        {
          key: 'kind',
          title: '类型',
          show: ({ kind }) => orgKinds[kind],
          sort: ({ kind }) => Object.keys(orgKinds).indexOf(kind),
          filter: { of: orgKinds, has: ({ kind }) => kind },
        },
        { key: 'parent', title: '上级单位', show: ({ parent }) => (parent ? names.get(parent) : null) },
        { key: 'aliases', title: '其他叫法', show: ({ aliases }) => aliases.join('、') },
        { key: 'until', title: '状态', show: ({ until }) => (until ? <Mark>{until} 撤销</Mark> : <Mark tone="good">在用</Mark>) },
      ]}
    />
  )
}

const inOrder = (rows: Org[]) => {
  const kinds = Object.keys(orgKinds)
  return [...rows].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
}

function Tree({ rows }: { rows: Org[] }) {
  const address = useOrgsAddress()
  const present = inOrder(rows.filter(({ until }) => !until))
  const ids = new Set(present.map(({ id }) => id))
  return (
    <DataTable
      name="隶属关系"
      rows={present.filter(({ parent }) => !parent || !ids.has(parent))}
      childrenOf={({ id }) => present.filter(({ parent }) => parent === id)}
      rowKey={({ id }) => id}
      to={({ id }) => `${address}/${id}`}
      empty="尚未登记单位"
      columns={[
        { key: 'name', title: '单位名称', show: ({ name }) => name },
        { key: 'kind', title: '类型', show: ({ kind }) => orgKinds[kind], width: 160 },
      ]}
    />
  )
}

type Membership = Out<'org/memberships'>[number]

function Bodies({ orgs, members }: { orgs: Org[]; members: Membership[] }) {
  const address = useOrgsAddress()
  const byId = new Map(orgs.map((org) => [org.id, org]))
  const bodies = orgs.filter(({ kind }) => bodyKinds.includes(kind))
  if (bodies.length === 0) return <EmptyState title="尚未登记领导小组和工作组" />
  return (
    <Tiles width={360}>
      {bodies.map((body) => {
        const inside = members.filter(({ body: of, until }) => of === body.id && until === null)
        return (
          <Panel
            key={body.id}
            title={<Link to={`${address}/${body.id}`}>{body.name}</Link>}
            actions={<Mark>{orgKinds[body.kind]}</Mark>}
          >
            {inside.length === 0 ? (
              <p className="quiet">暂无成员单位</p>
            ) : (
              <p>
                {inside.length} 个成员：{inside.map(({ org }) => byId.get(org)?.shortName ?? '—').join('、')}
              </p>
            )}
          </Panel>
        )
      })}
    </Tiles>
  )
}

const Areas = ({ rows }: { rows: Out<'org/jurisdictionRules'> }) => (
  <DataTable
    name="管辖规则"
    rows={rows}
    rowKey={({ id }) => id}
    find={({ areaName, areaCode, governedBy }) => [areaName, areaCode, governedBy].join(' ')}
    empty="尚未登记管辖规则"
    columns={[
      { key: 'areaName', title: '区域名称', show: ({ areaName }) => areaName, sort: ({ areaName }) => areaName },
      { key: 'areaCode', title: '区划代码', show: ({ areaCode }) => areaCode, sort: ({ areaCode }) => areaCode },
      {
        key: 'governed',
        title: '是否本区管辖',
        show: ({ governed }) => (governed ? <Mark tone="good">由本区管辖</Mark> : <Mark tone="warn">不由本区管辖</Mark>),
        filter: { of: { true: '由本区管辖', false: '不由本区管辖' }, has: ({ governed }) => String(governed) },
      },
      { key: 'governedBy', title: '实际管辖单位', show: ({ governedBy }) => governedBy },
      { key: 'basis', title: '依据', show: ({ basis }) => basis, wrap: 16 },
      { key: 'since', title: '生效日期', show: ({ since }) => since, sort: ({ since }) => since },
      { key: 'until', title: '失效日期', show: ({ until }) => until ?? '—' },
    ]}
  />
)
