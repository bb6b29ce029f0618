/** One report before whoever checks it: values beside those before, what was asked and explained, accepted or returned by cell. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { filingStates } from '#modules/filing/flow.ts'
import { monthWord } from '#modules/work/pages/month.ts'
import { query } from '#web/client.ts'
import { useOrgNames } from '#web/timeline.tsx'
import { Act, GoTo } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { LongTextInput } from '#web/ui/form/inputs.tsx'
import { Facts, PageFrame, Panel, Row } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { CellTable } from './cell-table.tsx'
import { Decide } from './check/decide.tsx'
import { CellRemarks } from './form/cell-input.tsx'
import { Correct } from './form/form-steps.tsx'
import { exact, type Shown, titleOf } from './words.ts'

export default function CheckPage() {
  const { id = '' } = useParams()
  const asked = useQuery(query('filing/show', { id }))
  return (
    <Loaded from={asked} rows={12}>
      {(shown) => <Opened key={id} of={shown} />}
    </Loaded>
  )
}

const queueOf = '/office/filings?tab=queue'
export const nameOf = ({ name }: Pick<Shown, 'name'>): string => name ?? '已迁出本辖区的企业'

function Opened({ of }: { of: Shown }) {
  const { filing, can, findings, history, revisions } = of
  const replaced = filing.correction ? revisions.find(({ revision }) => revision === filing.revision - 1) : undefined
  const [objections, object] = useState<Record<string, string>>({})
  const checks = can.includes('accept')
  return (
    <PageFrame
      title={nameOf(of)}
      description={`${monthWord(filing.month)}运行监测报表 · 金额为1月起累计，单位为元；人数为月末数`}
      crumbs={[
        { title: '运行监测', to: `/office/filings?month=${filing.month}` },
        ...(filing.status === 'submitted' ? [{ title: '待审核', to: queueOf }] : []),
        { title: nameOf(of) },
      ]}
      marks={
        <>
          <StatusTag of={filingStates} is={filing.status} />
          {filing.revision > 1 && <Mark tone="active">第 {filing.revision - 1} 次更正</Mark>}
          {filing.unchanged && <Mark>与预填一致</Mark>}
          {filing.knownUntil && <Mark tone="warn">已被更正</Mark>}
        </>
      }
      actions={<StepsBeside of={of} />}
    >
      {filing.correction && <Notice title={`更正原因：${filing.correction}`} />}
      <Panel flush>
        <CellTable
          month={filing.month}
          values={filing}
          history={history}
          below={(cell) => (
            <>
              <CellRemarks
                findings={findings.filter((one) => one.cell === cell)}
                objection={filing.objections[cell]}
                explanation={filing.explanations[cell]}
              />
              {cell in objections && (
                <div className="cell-objecting">
                  <LongTextInput
                    name={`${titleOf(cell)}退回意见`}
                    placeholder={`${titleOf(cell)}的退回意见`}
                    rows={1}
                    maxLength={500}
                    value={objections[cell] || null}
                    onChange={(words) => object({ ...objections, [cell]: words ?? '' })}
                  />
                </div>
              )}
            </>
          )}
        >
          {(cell) => (
            <span className="cell-checked">
              <b>{exact(filing[cell])}</b>
              {replaced && replaced[cell] !== filing[cell] && <span className="quiet">更正前 {exact(replaced[cell])}</span>}
              {checks && (
                <Act
                  inline
                  name={`${cell in objections ? '取消' : '提意见'}：${titleOf(cell)}`}
                  onClick={() => object(toggled(objections, cell))}
                >
                  {cell in objections ? '取消' : '提意见'}
                </Act>
              )}
            </span>
          )}
        </CellTable>
      </Panel>
      {can.includes('return') && !checks && <Notice title="该报表由您代填，须由其他人员审核" />}
      {checks && <Decide of={of} objections={objections} back={queueOf} />}
      <About of={of} />
    </PageFrame>
  )
}

function toggled(of: Record<string, string>, cell: string): Record<string, string> {
  if (!(cell in of)) return { ...of, [cell]: '' }
  const { [cell]: _, ...rest } = of
  return rest
}

function StepsBeside({ of: { filing, can } }: { of: Shown }) {
  const go = useNavigate()
  const form = `/office/filings/of/${filing.enterprise}/${filing.month}`
  if (can.includes('correct')) return <Correct id={filing.id} month={filing.month} onOpened={() => go(form)} />
  return can.includes('submit') ? <GoTo to={form}>代填</GoTo> : null
}

function About({ of: { filing, revisions } }: { of: Shown }) {
  const names = useOrgNames()
  const { id, submittedBy, submittedOn, decidedBy, decidedOn, town, zone, typed, knownFrom, knownUntil } = filing
  return (
    <Panel title="报送与审核">
      <Facts
        of={[
          { title: '报送', value: submittedOn && `${submittedBy}，${dated(submittedOn)}` },
          { title: '审核', value: decidedOn ? `${decidedBy}，${dated(decidedOn)}` : '尚未审核' },
          { title: '月末所在', value: [zone && names.get(zone), names.get(town)].filter(Boolean).join(' · ') },
          { title: '重点方向', value: filing.direction },
          { title: '手工填写', value: `${typed} 项` },
          {
            title: '计入统计',
            value: knownFrom ? `${knownFrom} 起${knownUntil ? `，${knownUntil} 由更正替换` : ''}` : '审核通过后计入',
          },
          ...(revisions.length > 1
            ? [
                {
                  title: '各次报送',
                  wide: true,
                  value: (
                    <Row>
                      {revisions.map((one) =>
                        one.id === id ? (
                          <b key={one.id}>{revisionWord(one.revision)}</b>
                        ) : (
                          <Link key={one.id} to={`/office/filings/${one.id}`}>
                            {revisionWord(one.revision)}
                          </Link>
                        ),
                      )}
                    </Row>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}

const revisionWord = (revision: number) => (revision === 1 ? '首次报送' : `第 ${revision - 1} 次更正`)
