/** Titles of an enterprise with their validity; what runs out stands out. */
import { useState } from 'react'
import { sources, titles } from '#modules/enterprise/model.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { icons } from '#web/ui/icons.tsx'
import { type Column, DataTable } from '#web/ui/table.tsx'
import { useGrants } from './choices.ts'
import { GrantDialog, RevokeDialog, type Title } from './forms/title-forms.tsx'
import type { WholeFile } from './whole.ts'

export function Titles({ of }: { of: WholeFile }) {
  const grants = useGrants()
  const [granting, grant] = useState(false)
  const [revoking, revoke] = useState<Title | null>(null)
  const columns: Column<Title>[] = [
    { key: 'kind', title: '资质称号', show: ({ kind, level }) => [titles[kind], level].filter(Boolean).join(' ') },
    { key: 'validity', title: '有效期', show: (row) => <Validity of={row} /> },
    { key: 'grantedOn', title: '取得日期', show: ({ grantedOn }) => <span className="number">{grantedOn}</span> },
    { key: 'grantedBy', title: '授予机关', wrap: 12, show: ({ grantedBy }) => grantedBy },
    {
      key: 'number',
      title: '证书编号与来源',
      show: ({ number, source, recordedBy, knownFrom }) => (
        <>
          {number ?? '—'}
          <div className="quiet enterprise-small">
            {sources[source]}，{recordedBy} {knownFrom} 登记
          </div>
        </>
      ),
    },
  ]
  if (grants)
    columns.push({
      key: 'act',
      title: '办理',
      show: (row) => (
        <Act inline danger onClick={() => revoke(row)}>
          撤销
        </Act>
      ),
    })
  return (
    <Panel
      title="资质称号"
      flush
      actions={
        grants && (
          <Act inline icon={icons.add} onClick={() => grant(true)}>
            登记资质
          </Act>
        )
      }
    >
      <DataTable name="资质称号" rows={of.titles} columns={columns} rowKey={({ id }) => id} empty="尚未登记资质称号" />
      <GrantDialog enterprise={of.file.id} open={granting} onClose={() => grant(false)} />
      <RevokeDialog of={revoking} onClose={() => revoke(null)} />
    </Panel>
  )
}

export const Validity = ({ of: { validUntil, warning, reason } }: { of: Pick<Title, 'validUntil' | 'warning' | 'reason'> }) => (
  <>
    <span className="number">{validUntil ? `至 ${validUntil}` : '长期'}</span>
    {warning && (
      <>
        {' '}
        <Mark tone="warn">{warning}</Mark>
      </>
    )}
    {reason && <div className="quiet enterprise-small">提前终止：{reason}</div>}
  </>
)
