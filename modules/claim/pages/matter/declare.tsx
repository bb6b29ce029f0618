/** What a firm writes into its claim, or the office in its stead: what no ledger knows, and what is held against one that does. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { command } from '#web/client.ts'
import { fenOf, yuanOf } from '#web/money.ts'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { NumberInput, TextInput } from '#web/ui/form/inputs.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { isWritten, money, type Whole } from '../words.ts'
import { FactField, kept, written } from './fact-field.tsx'
import { FactTable } from './facts.tsx'

const toldIn = (facts: Whole['facts']) =>
  Object.fromEntries(facts.filter(({ from }) => from === 'claim').map((fact) => [fact.title, fact.value]))
const questionedIn = (facts: Whole['facts']) =>
  Object.fromEntries(facts.flatMap(({ title, questioned }) => (questioned ? [[title, questioned]] : [])))

/** Only what no ledger knows. */
export function Declare({ of: { claim, facts, outcome, most } }: { of: Whole }) {
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

/** What it is decided by; while it is filled in, what is confirmed or questioned stands apart from what is told or examined. */
export function Known({ of, title }: { of: Whole; title: string }) {
  const { facts, asOf } = of
  const written = isWritten(of)
  const others = facts.filter(({ from }) => from !== 'ledger')
  return (
    <>
      <Panel title={`${title}（截至 ${asOf}）`} flush>
        {written ? <Question of={of} /> : <FactTable of={facts} />}
      </Panel>
      {written && others.length > 0 && (
        <Panel title="申报和核定的数据" flush>
          <FactTable name="申报和核定的数据" of={others} />
        </Panel>
      )}
    </>
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
