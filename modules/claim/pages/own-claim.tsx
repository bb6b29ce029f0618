/** One claim of a firm: filled in where nobody else knows, the answer beside it at once, then handed in and followed. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { claimStates } from '#modules/claim/flow.ts'
import { account } from '#modules/fund/model.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { fenOf, yuanOf } from '#web/money.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { StatusTag } from '#web/ui/figure/light.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { NumberInput, TextInput } from '#web/ui/form/inputs.tsx'
import { Facts, Halves, PageFrame, Panel, Stack } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import { Appeals } from './matter/appeals.tsx'
import { FactField, kept, written } from './matter/fact-field.tsx'
import { FactTable } from './matter/facts.tsx'
import { Materials } from './matter/materials.tsx'
import { Now } from './matter/now.tsx'
import { OutcomeView } from './matter/outcome.tsx'
import { Replay } from './matter/replay.tsx'
import { Way } from './matter/way.tsx'
import { money, toneOf, type Whole } from './words.ts'

export default function OwnClaim() {
  const { id = '' } = useParams()
  const asked = useQuery(query('claim/one', { id }))
  return <Loaded from={asked}>{(whole) => <Opened key={whole.claim.id} of={whole} />}</Loaded>
}

function Opened({ of }: { of: Whole }) {
  const { claim, names, outcome, facts, asOf } = of
  const writable = claim.status === 'draft' || claim.status === 'correcting'
  const ledger = facts.filter(({ from }) => from === 'ledger')
  return (
    <PageFrame
      title={claim.title}
      description={[claim.number, names.policy, names.article, claim.project].filter(Boolean).join(' · ')}
      marks={<StatusTag of={claimStates} is={claim.status} tone={toneOf[claim.status]} />}
      crumbs={[{ title: '政策兑现', to: '/enterprise/claims' }, { title: claim.number }]}
    >
      <Now of={of} />
      <Halves shares={['2fr', '1fr']}>
        <Stack>
          {writable && <Declare of={of} />}
          {outcome && (
            <Panel title="测算结论" actions={claim.submittedAt && <Replay id={claim.id} />}>
              <OutcomeView of={outcome} />
            </Panel>
          )}
          <Appeals of={of} />
          <Panel title={`台账已有的数据（截至 ${asOf}）`} flush>
            {writable ? <Question of={of} /> : <FactTable of={facts} />}
          </Panel>
          {writable && facts.length > ledger.length && (
            <Panel title="申报和核定的数据" flush>
              <FactTable name="申报和核定的数据" of={facts.filter(({ from }) => from !== 'ledger')} />
            </Panel>
          )}
          <Panel title="申报材料" flush>
            <Materials of={of} writable={writable} />
          </Panel>
        </Stack>
        <Stack>
          <Panel title="办理环节">
            <Way of={of} />
          </Panel>
          <Panel title="金额">
            <Facts
              of={[
                { title: '申报金额', value: money(claim.asked) },
                { title: '测算金额', value: money(outcome?.computed ?? claim.computed) },
                {
                  title: claim.status === 'paying' || claim.status === 'paid' ? '审定金额' : '拟支持金额',
                  value: money(claim.approved),
                },
                ...(claim.reason ? [{ title: '说明', value: claim.reason, wide: true }] : []),
                ...(names.publicity
                  ? [{ title: '公示', value: <a href={`/publicities/${names.publicity}`}>{names.publicity}</a> }]
                  : []),
              ]}
            />
          </Panel>
          <Account of={of} />
        </Stack>
      </Halves>
    </PageFrame>
  )
}

const toldIn = (facts: Whole['facts']) =>
  Object.fromEntries(facts.filter(({ from }) => from === 'claim').map((fact) => [fact.title, fact.value]))
const questionedIn = (facts: Whole['facts']) =>
  Object.fromEntries(facts.flatMap(({ title, questioned }) => (questioned ? [[title, questioned]] : [])))

/** Only what no ledger knows. */
function Declare({ of: { claim, facts, outcome, most } }: { of: Whole }) {
  const say = useSay()
  const save = useMutation(command('claim/save'))
  const asked = facts.filter(({ from }) => from === 'claim')
  const people = outcome?.verdict === 'people'
  if (!asked.length && !people) return null
  return (
    <Panel title="填报">
      <FormBox
        columns={2}
        initial={{ ...Object.fromEntries(asked.map((fact) => [fact.title, written(fact)])), asked: yuanOf(claim.asked) }}
        save="保存并测算"
        onSave={async (answers) => {
          const declared = Object.fromEntries(asked.map((fact) => [fact.title, kept(fact, answers[fact.title])]))
          const sum = people ? fenOf(typeof answers.asked === 'number' ? answers.asked : null) : claim.asked
          await save.mutateAsync({ id: claim.id, declared, questioned: questionedIn(facts), asked: sum })
          say.done('已保存')
        }}
      >
        {asked.map((fact) => (
          <FactField key={fact.title} of={fact} />
        ))}
        {people && (
          <FieldBox name="asked" title="申报金额" hint={most !== null ? `最多 ${money(most)}，由部门研究确定` : '由部门研究确定'}>
            <NumberInput unit="元" />
          </FieldBox>
        )}
      </FormBox>
    </Panel>
  )
}

/** What the ledgers hold is confirmed by handing in, or questioned here. */
function Question({ of: { claim, facts } }: { of: Whole }) {
  const say = useSay()
  const [chosen, choose] = useState<string | null>(null)
  const save = useMutation(command('claim/save'))
  const ledger = facts.filter(({ from }) => from === 'ledger')
  return (
    <>
      <FactTable of={ledger} />
      {ledger.length > 0 && (
        <p className="quiet" style={{ padding: '8px 16px' }}>
          提交申报即确认以上数据；
          {ledger.map(({ title }) => (
            <span key={title}>
              <Act inline onClick={() => choose(title)}>
                对“{title}”有疑问
              </Act>{' '}
            </span>
          ))}
        </p>
      )}
      <Dialog title={`对“${chosen ?? ''}”有疑问`} open={chosen !== null} onClose={() => choose(null)}>
        <FormBox
          initial={{ text: facts.find(({ title }) => title === chosen)?.questioned ?? null }}
          save="保存"
          onCancel={() => choose(null)}
          onSave={async ({ text }) => {
            const { [chosen ?? '']: _, ...others } = questionedIn(facts)
            const questioned = text ? { ...others, [chosen!]: String(text) } : others
            await save.mutateAsync({ id: claim.id, declared: toldIn(facts), questioned, asked: claim.asked })
            say.done('已记录，由受理单位核实')
            choose(null)
          }}
        >
          <FieldBox name="text" title="疑问" hint="说明应为多少、依据是什么；清空即取消疑问" wide>
            <TextInput maxLength={300} />
          </FieldBox>
        </FormBox>
      </Dialog>
    </>
  )
}

const paid = account.pick({ holder: true, bank: true, number: true })
/** Entered once, for every claim of the firm. */
function Account({ of: { account: now, claim } }: { of: Whole }) {
  const say = useSay()
  const [open, turn] = useState(false)
  const save = useMutation(command('claim/saveAccount'))
  const shut = ['paying', 'paid', 'refused', 'withdrawn'].includes(claim.status)
  return (
    <Panel
      title="收款账户"
      actions={
        !shut && (
          <Act inline onClick={() => turn(true)}>
            {now ? '更换' : '登记'}
          </Act>
        )
      }
    >
      {now ? (
        <Facts
          of={[
            { title: '户名', value: now.holder, wide: true },
            { title: '开户银行', value: now.bank, wide: true },
            { title: '账号', value: <span className="number">{now.number}</span>, wide: true },
          ]}
        />
      ) : (
        <p className="quiet">尚未登记，提交或确认前须登记一次，以后不再填写。</p>
      )}
      <Dialog title="收款账户" open={open} onClose={() => turn(false)}>
        <RecordForm
          of={paid}
          initial={now ?? { holder: claim.name }}
          onCancel={() => turn(false)}
          onSave={async (given) => {
            await save.mutateAsync(given)
            say.done('账户已登记')
            turn(false)
          }}
        />
      </Dialog>
    </Panel>
  )
}
