/** How far an enterprise is: its tier on each ladder and, in exact sentences, what it lacks for the next. */
import type { Out } from '#web/client.ts'
import { Mark, Reasons, type Tone } from '#web/ui/figure/light.tsx'
import { Panel, Row, Stack, Tiles } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { DataTable } from '#web/ui/table.tsx'
import './ladder.css'

export type Standing = Out<'ladder/standing'>
type Judgement = Standing['others'][number]
type Verdict = Judgement['verdict']

const verdicts: Record<Verdict, [word: string, tone: Tone]> = {
  met: ['符合', 'good'],
  'not-met': ['尚差', 'warn'],
  unknown: ['待定', 'quiet'],
}
export const VerdictMark = ({ is }: { is: Verdict }) => <Mark tone={verdicts[is][1]}>{verdicts[is][0]}</Mark>

export function StandingOf({ is: { ladders, others, facts } }: { is: Standing }) {
  if (ladders.length + others.length === 0)
    return (
      <Panel>
        <EmptyState title="尚无现行认定标准" about="领导小组办公室录入认定标准后，可在这里对照。" />
      </Panel>
    )
  return (
    <Stack>
      <Tiles width={420}>
        {ladders.map((one) => (
          <LadderPanel key={one.ladder} of={one} />
        ))}
      </Tiles>
      {others.length > 0 && (
        <Panel title="其他称号" flush>
          <DataTable
            name="其他称号"
            rows={others}
            rowKey={({ code }) => code}
            columns={[
              { key: 'name', title: '称号', show: ({ name }) => name },
              {
                key: 'verdict',
                title: '对照结果',
                show: ({ held, verdict }) => (held ? <Mark tone="good">已取得</Mark> : <VerdictMark is={verdict} />),
              },
              { key: 'gap', title: '说明', wrap: 30, show: (row) => <Gap of={row} /> },
            ]}
          />
        </Panel>
      )}
      <Panel title="对照所用数据" flush>
        <DataTable
          name="对照所用数据"
          rows={facts}
          rowKey={({ title }) => title}
          empty="没有可用的数据"
          columns={[
            { key: 'title', title: '项目', show: ({ title }) => title },
            { key: 'value', title: '数值', show: ({ value }) => <span className="number">{value}</span> },
            { key: 'asOf', title: '截至', show: ({ asOf }) => <span className="number">{asOf}</span> },
            { key: 'source', title: '来源', show: ({ source }) => source },
          ]}
        />
      </Panel>
    </Stack>
  )
}

type Ladder = Standing['ladders'][number]

export function LadderPanel({ of: { ladder, tiers, present, next } }: { of: Ladder }) {
  return (
    <Panel title={ladder} actions={next && <VerdictMark is={next.verdict} />}>
      <Stack tight>
        <Tiers names={tiers} present={present?.name ?? null} />
        {present?.until && <p className="quiet">有效期至 {present.until}</p>}
        {next ? (
          <>
            <p>
              <b>距下一梯队还差（{next.name}）</b>
            </p>
            <Gap of={next} />
          </>
        ) : (
          <p>已是最高一级。</p>
        )}
      </Stack>
    </Panel>
  )
}

/** The tiers from the lowest; the one held is marked. */
const Tiers = ({ names, present }: { names: string[]; present: string | null }) => (
  <ol className="tiers">
    {names.map((name) => (
      <li key={name} aria-current={name === present ? 'step' : undefined}>
        {name}
      </li>
    ))}
  </ol>
)

type GapOf = Pick<Judgement, 'verdict' | 'sentence' | 'lacking' | 'unclear'>
export const Gap = ({ of: { verdict, sentence, lacking, unclear } }: { of: GapOf }) =>
  verdict === 'met' ? (
    <p>{sentence}，可以申报。</p>
  ) : (
    <>
      {lacking.length > 0 && <Reasons of={lacking} />}
      {unclear.length > 0 && (
        <Row>
          <span className="quiet">待定：{unclear.join('；')}</span>
        </Row>
      )}
    </>
  )
