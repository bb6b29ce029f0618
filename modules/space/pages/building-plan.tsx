/** One building, one policy (一楼一策): the sheet of a building, its measures with their owners, its versions, and the paper. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { download, type Out, query } from '#web/client.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { ChoiceInput } from '#web/ui/form/inputs.tsx'
import { Facts, PageFrame, Panel } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'
import { DataTable } from '#web/ui/table.tsx'
import { LongText } from '#web/ui/text.tsx'
import { MeasureDialog, TellDialog } from './building-plan/measure-forms.tsx'
import { type Measure, measureColumns } from './building-plan/measures.tsx'
import { SheetDialog } from './building-plan/sheet-form.tsx'

export type Shown = Out<'space/buildingPlanShown'>

export default function BuildingPlanPage() {
  const { id = '' } = useParams()
  const version = useSearchParams()[0].get('version') ?? undefined
  const asked = useQuery(query('space/buildingPlanShown', { building: id, ...(version && { version }) }))
  return <Loaded from={asked}>{(of) => <Found of={of} />}</Loaded>
}

/** What is being written: a new version, or the words of this one. */
type Writing = 'new' | 'edit' | null

function Found({ of }: { of: Shown }) {
  const say = useSay()
  const [writing, write] = useState<Writing>(null)
  const { building, sheet, measures, keeps, isLatest } = of
  const print = useMutation({ ...download('space/printBuildingPlan'), onError: say.failed })
  const overdue = measures.filter((measure) => measure.overdue).length
  return (
    <PageFrame
      title={`${building.name} 一楼一策`}
      marks={overdue > 0 && <Mark tone="bad">{overdue} 项措施逾期</Mark>}
      description={sheet ? `${dated(sheet.since)}起执行，${sheet.madeBy}编制` : building.address}
      crumbs={[
        { title: '一楼一策', to: '/office/building-plans' },
        { title: building.name, to: `/office/buildings/${building.id}` },
        { title: '方案' },
      ]}
      actions={
        <>
          <Versions of={of} />
          {sheet && (
            <Act
              icon={icons.download}
              busy={print.isPending}
              onClick={() => print.mutate({ building: building.id, version: sheet.id })}
            >
              导出方案
            </Act>
          )}
          {keeps && sheet && isLatest && <Act onClick={() => write('edit')}>修改</Act>}
          {keeps && (
            <Act main={!sheet} onClick={() => write('new')}>
              {sheet ? '编制新版本' : '编制一楼一策'}
            </Act>
          )}
        </>
      }
    >
      {sheet ? (
        <>
          {!isLatest && <Notice>这是已被接替的版本，仅供查阅。</Notice>}
          <Panel>
            <Facts
              of={[
                { title: '功能定位', value: <LongText>{sheet.positioning}</LongText>, wide: true },
                { title: '目标客户', value: <LongText>{sheet.tenants}</LongText>, wide: true },
                { title: '产业方向', value: sheet.directions.join('、'), wide: true },
                { title: '年度目标', value: sheet.goal, wide: true },
              ]}
            />
          </Panel>
          <Measures of={of} />
        </>
      ) : (
        <Panel>
          <EmptyState
            title="尚未编制一楼一策"
            about={keeps ? '写明定位、目标客户和支持措施，措施由责任单位填报进展。' : '由楼宇所在园城或领导小组办公室编制。'}
          />
        </Panel>
      )}
      <SheetDialog of={of} writing={writing} onClose={() => write(null)} />
    </PageFrame>
  )
}

function Versions({ of: { versions, sheet } }: { of: Shown }) {
  const [search, write] = useSearchParams()
  if (versions.length < 2) return null
  return (
    <ChoiceInput
      name="版本"
      width={180}
      choices={versions.map(({ id, since }, at) => ({ value: id, label: `${since} 起${at === 0 ? '（最新）' : ''}` }))}
      value={sheet?.id ?? null}
      onChange={(version) => {
        const next = new URLSearchParams(search)
        version ? next.set('version', version) : next.delete('version')
        write(next, { replace: true })
      }}
    />
  )
}

function Measures({ of }: { of: Shown }) {
  const { sheet, measures, keeps, isLatest } = of
  const [adding, add] = useState(false)
  const [editing, edit] = useState<Measure | null>(null)
  const [telling, tell] = useState<Measure | null>(null)
  const mayWrite = keeps && isLatest
  return (
    <Panel
      flush
      title="支持措施"
      actions={
        mayWrite && (
          <Act inline icon={icons.add} onClick={() => add(true)}>
            增加措施
          </Act>
        )
      }
    >
      <DataTable
        name="支持措施"
        rows={measures}
        columns={measureColumns({ tell, edit: mayWrite ? edit : null })}
        rowKey={({ id }) => id}
        empty="尚未列入支持措施"
      />
      <MeasureDialog sheet={sheet?.id ?? ''} open={adding} of={null} onClose={() => add(false)} />
      <MeasureDialog sheet={sheet?.id ?? ''} open={editing !== null} of={editing} onClose={() => edit(null)} />
      <TellDialog of={telling} onClose={() => tell(null)} />
    </Panel>
  )
}
