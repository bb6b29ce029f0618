/** The form of a report: opens filled in, checks while one writes, goes in one click where nothing changed. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { openFindings } from '#engines/filing/checks.ts'
import { type Cell, findingsIn, standings, type Values } from '#modules/filing/model.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { command, query } from '#web/client.ts'
import { useFrame } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { PageFrame, Panel, Row } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { CellTable } from '../cell-table.tsx'
import type { Form } from '../words.ts'
import { CellInput, CellRemarks } from './cell-input.tsx'
import { Discard } from './form-steps.tsx'
import { Standing } from './standing.tsx'
import '../foot.css'

type Crumbs = { title: string; to?: string }[]
type FormOf = { enterprise?: string; month: string; crumbs: Crumbs /** Where the list of months is. */; back: string }

export function FilingForm({ enterprise, month, crumbs, back }: FormOf) {
  // What is being written is kept by the form itself; only a step changes what it was opened with.
  const asked = useQuery({ ...query('filing/open', { enterprise, month }), staleTime: Number.POSITIVE_INFINITY })
  return (
    <Loaded from={asked} rows={12}>
      {(form) => <Opened key={`${form.mayEdit} ${form.filing?.revision ?? 1}`} form={form} crumbs={crumbs} back={back} />}
    </Loaded>
  )
}

function Opened({ form, crumbs, back }: { form: Form; crumbs: Crumbs; back: string }) {
  const { name, month, dueOn, filing, mayEdit } = form
  const frame = useFrame()
  return (
    <PageFrame
      title={`${monthWord(month)}运行监测报表`}
      description={`${name} · 金额为1月起累计，单位为元；人数为月末数`}
      crumbs={crumbs}
      marks={
        <>
          <StatusTag of={standings} is={filing?.status ?? 'none'} />
          {mayEdit && frame && !filing?.correction && (
            <DueClock dueOn={dueOn} workdaysLeft={form.workdaysLeft} today={frame.today} />
          )}
        </>
      }
    >
      {mayEdit ? <Writing form={form} back={back} /> : <Standing form={form} />}
    </PageFrame>
  )
}

const DueClock = ({ dueOn, workdaysLeft, today }: { dueOn: string; workdaysLeft: number; today: string }) => (
  <>
    <Clock left={workdaysLeft} dueOn={dueOn} today={today} />
    <span className="quiet">{dated(dueOn)}前报送</span>
  </>
)

function Writing({ form, back }: { form: Form; back: string }) {
  const { enterprise, month, filing, prefilled, history, rule } = form
  const say = useSay()
  const [values, write] = useState<Values>(form.values)
  const [explanations, explain] = useState<Record<string, string>>(filing?.explanations ?? {})
  const findings = findingsIn({ ...values, month, explanations }, rule, history)
  const open = openFindings(findings)
  // Nobody is taken to task for a cell he has not come to yet.
  const [pressed, press] = useState(false)
  const told = findings.filter(({ cell }) => pressed || filing || values[cell] !== prefilled[cell].value)
  const untouched = !filing && values === form.values
  const save = useMutation(command('filing/save'))
  const submit = useMutation(command('filing/submit'))
  const confirm = useMutation({ ...command('filing/confirmUnchanged'), onError: say.failed })
  const busy = save.isPending || submit.isPending || confirm.isPending
  const keep = () => save.mutateAsync({ enterprise, month, values, explanations: given(explanations) })
  const sent = () => say.done(`已报送${monthWord(month)}报表`)
  const lead = () => {
    press(true)
    // The place for an explanation is there once it has been asked for.
    requestAnimationFrame(() => open[0] && focusOn(open[0].cell))
  }
  const send = async () => {
    if (open.length) return lead()
    try {
      const { id } = await keep()
      await submit.mutateAsync({ id })
      sent()
    } catch (error) {
      say.failed(error)
    }
  }
  const keepDraft = () => keep().then(() => say.done('草稿已保存'), say.failed)
  return (
    <>
      {filing?.status === 'returned' && (
        <Notice tone="warning" title={`${filing.decidedBy}已于${dated(filing.decidedOn)}退回，请按各项下的意见修改后重新报送`} />
      )}
      {filing?.correction && <Notice title={`正在更正已审核的报表：${filing.correction}`}>审核通过前，原报表继续有效。</Notice>}
      {untouched && open.length === 0 && (
        <Notice>
          <Row>
            本期预填内容齐全。如与实际一致，可直接确认。
            <Act
              main
              busy={confirm.isPending}
              disabled={busy}
              onClick={() => confirm.mutate({ enterprise, month }, { onSuccess: sent })}
            >
              与预填一致，确认报送
            </Act>
          </Row>
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter goes on to the next cell, as in a sheet; Tab does too */}
      <div className="filing-form" onKeyDown={goOn}>
        <Panel flush>
          <CellTable
            month={month}
            values={values}
            history={history}
            below={(cell) => (
              <CellRemarks
                cell={cell}
                findings={told.filter((one) => one.cell === cell)}
                objection={filing?.objections[cell]}
                explanation={explanations[cell]}
                onExplain={(words) => explain({ ...explanations, [cell]: words })}
              />
            )}
          >
            {(cell) => (
              <CellInput
                cell={cell}
                value={values[cell]}
                start={prefilled[cell]}
                finding={told.find((one) => one.cell === cell)}
                onChange={(value) => write({ ...values, [cell]: value })}
              />
            )}
          </CellTable>
        </Panel>
        <div className="filing-foot">
          <Act main={!(untouched && open.length === 0)} busy={submit.isPending} disabled={busy} onClick={send}>
            报送
          </Act>
          <Act busy={save.isPending} disabled={busy} onClick={keepDraft}>
            保存草稿
          </Act>
          {filing?.status === 'draft' && <Discard filing={filing} back={back} />}
          <span className={open.length ? 'filing-open' : 'quiet'} role="status">
            {open.length ? (
              <Act inline onClick={lead}>
                还有 {open.length} 项须处理
              </Act>
            ) : (
              '检查通过，可以报送'
            )}
          </span>
        </div>
      </div>
    </>
  )
}

/** Explanations with words in them. */
const given = (of: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(of).filter(([, words]) => words.trim()))

/** To what stands in the way: the explanation where one is asked for, else the cell. */
function focusOn(cell: Cell): void {
  const place = document.getElementById(`explain-${cell}`) ?? document.querySelector(`#cell-${cell} input`)
  if (place instanceof HTMLElement) place.focus()
}

function goOn(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  const inputs = [...event.currentTarget.querySelectorAll<HTMLInputElement>('.cells input')]
  const next = inputs[inputs.indexOf(event.target) + (event.shiftKey ? -1 : 1)]
  next?.focus()
  next?.select()
}
