/** My policies: what the firm can get now and why so much, what it would get if, why not, and what cannot be told yet (plan task 3). */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { answersOf, nearMiss } from '#engines/policy/answer.ts'
import type { Facts, Known } from '#engines/policy/fact.ts'
import { factsOf } from '#engines/policy/layout.ts'
import { money } from '#engines/policy/wording.ts'
import { type Out, query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Notice } from '#web/ui/dialog.tsx'
import { PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { BackHome, EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { Combined } from './decision/combined.tsx'
import { ClauseAnswer } from './mine/answer.tsx'
import { Suppose } from './mine/suppose.tsx'
import './mine/mine.css'

type Mine = Out<'policy/minePolicies'>

export default function MyPolicies() {
  const asked = useQuery(query('policy/minePolicies', {}))
  return (
    <PageFrame
      title="我的政策"
      description="按台账中贵企业的数据逐条对照现行条款，给出能否享受、金额和理由；结论供参考，以申报审核为准。"
    >
      <Loaded from={asked} rows={8}>
        {(of) => {
          if (of.name === null)
            return (
              <Panel>
                <EmptyState title="尚未认领企业档案" about="认领后即可按台账数据对照政策。" actions={<BackHome />} />
              </Panel>
            )
          if (of.documents.length === 0)
            return (
              <Panel>
                <EmptyState title="暂无现行政策条款" about="政策发布后会在这里逐条对照。" />
              </Panel>
            )
          return <Answered of={of} />
        }}
      </Loaded>
    </PageFrame>
  )
}

function Answered({ of }: { of: Mine }) {
  const [supposed, suppose] = useState<Record<string, Known>>({})
  const policies = useMemo(() => of.documents.map(({ policy }) => policy), [of])
  const facts: Facts = { ...of.facts, ...supposed }
  const now = useMemo(() => answersOf(policies, of.facts, of.past, of.day), [policies, of])
  const { answers, combination } = answersOf(policies, facts, of.past, of.day)
  const tried = Object.keys(supposed).length > 0
  const documentOf = (code: string) => of.documents.find(({ policy }) => policy.code === code)!
  const shown = (verdict: (typeof answers)[number]['decision']['verdict']) =>
    answers.filter(({ decision }) => decision.verdict === verdict)
  const refused = shown('refused').sort((a, b) => Number(nearMiss(b.decision) !== null) - Number(nearMiss(a.decision) !== null))
  const groups = [
    { title: '现在可以享受', rows: [...shown('granted'), ...shown('people')], empty: '按现有数据，暂无可以直接享受的条款。' },
    { title: '暂时无法判断', rows: shown('unknown'), empty: null },
    { title: '暂不符合', rows: refused, empty: null },
  ]
  return (
    <Stack>
      {tried && (
        <Notice>
          正在按假设的数据测算：合计 {money(combination.total)}（按现有数据 {money(now.combination.total)}）。
          <Act inline onClick={() => suppose({})}>
            恢复现有数据
          </Act>
        </Notice>
      )}
      <Combined of={combination} titles={new Map(answers.map(({ clause, decision }) => [decision.clause, clause.title]))} />
      <Suppose
        facts={factsIn(of)}
        known={facts}
        supposed={supposed}
        day={of.day}
        onSuppose={(title, one) => {
          const { [title]: _, ...rest } = supposed
          suppose(one === null ? rest : { ...rest, [title]: one })
        }}
      />
      {groups
        .filter(({ rows, empty }) => rows.length > 0 || empty)
        .map(({ title, rows, empty }) => (
          <Panel key={title} title={`${title}（${rows.length}）`} flush={rows.length > 0}>
            {rows.length === 0 && <p className="quiet">{empty}</p>}
            {rows.map((answer) => (
              <ClauseAnswer key={answer.decision.clause} of={answer} document={documentOf(answer.policy.code)} real={!tried} />
            ))}
          </Panel>
        ))}
    </Stack>
  )
}

/** Each fact once, those of the ledger and those the firm tells alike. */
const factsIn = ({ documents }: Mine) => [
  ...new Map(
    documents.flatMap(({ policy }) =>
      policy.clauses.flatMap((clause) => factsOf(policy, clause).map((fact) => [fact.title, fact] as const)),
    ),
  ).values(),
]
