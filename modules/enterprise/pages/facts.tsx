/** The values of a file in their groups; a value from another source or day than the rest says so below itself. */
import { type ReactNode, useState } from 'react'
import { frequencies, legalForms, originKinds, sources, statuses } from '#modules/enterprise/model.ts'
import { Act } from '#web/ui/buttons.tsx'
import { written } from '#web/ui/figure/number.ts'
import { Facts, Halves, Panel, Stack } from '#web/ui/frame/page.tsx'
import { AmendDialog } from './forms/amend.tsx'
import { type FieldName, type GroupName, groups, titleOf } from './forms/groups.ts'
import type { WholeFile } from './whole.ts'

type Groups = { of: WholeFile; amendable?: boolean }

export function FactGroups({ of, amendable }: Groups) {
  const [group, amend] = useState<GroupName | null>(null)
  const panel = (name: GroupName) => (
    <Panel
      title={groups[name].title}
      actions={
        amendable && (
          <Act inline onClick={() => amend(name)}>
            更新
          </Act>
        )
      }
    >
      <Facts
        of={groups[name].keys.filter(isTold).map((key) => ({ title: titleOf(key), value: shownOf(of, key), wide: isWide(key) }))}
      />
    </Panel>
  )
  return (
    <>
      <Halves>
        <Stack>
          {panel('identity')}
          {panel('contact')}
          <Upkeep of={of} />
        </Stack>
        <Stack>
          {panel('place')}
          {panel('relations')}
        </Stack>
      </Halves>
      <AmendDialog of={of.file} group={group} onClose={() => amend(null)} />
    </>
  )
}

/** Since when a relation is there is told with it. */
const isTold = (key: FieldName) => !key.endsWith('Since')

const isWide = (key: FieldName) => key === 'address' || key === 'products'

/** Who keeps the file, and how fresh it is. */
const Upkeep = ({ of: { file, names, staleFor } }: { of: WholeFile }) => (
  <Panel title="档案维护">
    <Facts
      of={[
        { title: '落户日期', value: file.settledOn },
        { title: '来源', value: originKinds[file.originKind] },
        { title: '服务专员', value: file.keeperName && `${file.keeperName}（${names.keeperOrg ?? '—'}）` },
        { title: '企业账户', value: file.org ? (names.org ?? '已认领') : '未认领' },
        { title: '数据来源', value: `${sources[file.source]}，截至 ${file.asOf}` },
        {
          title: '最近确认',
          value: file.confirmedOn ? `${file.confirmedOn}${staleFor === null ? '' : `（已 ${staleFor} 天）`}` : '尚未确认',
        },
      ]}
    />
  </Panel>
)

function shownOf(whole: WholeFile, key: FieldName): ReactNode {
  const shown = wordsOf(whole, key)
  const origin = whole.file.origins[key]
  if (!origin) return shown
  const told =
    origin.source === 'override'
      ? `人工更正，原为“${origin.instead === null ? '空' : String(origin.instead)}”；理由：${origin.reason ?? '—'}`
      : sources[origin.source]
  return (
    <>
      {shown ?? <span className="quiet">未填写</span>}
      <span className="origin">
        {told}，{origin.by} 截至 {origin.asOf}
      </span>
    </>
  )
}

function wordsOf({ file, names }: WholeFile, key: FieldName): string | null {
  if (key === 'status') return statuses[file.status]
  if (key === 'legalForm') return legalForms[file.legalForm]
  if (key === 'frequency') return frequencies[file.frequency]
  if (key === 'town') return names.town
  if (key === 'zone') return names.zone
  if (key === 'industry') return `${file.industry} ${names.industry}`
  if (key === 'capital') return file.capital === null ? null : written(file.capital, '元')
  const value = file[key]
  if (key === 'saas') return value ? '是' : '否'
  if (typeof value === 'boolean') {
    const since = file[`${key}Since` as keyof typeof file]
    return value ? `在本区${since ? `（自 ${since}）` : ''}` : '不在本区'
  }
  return value === null ? null : String(value)
}
