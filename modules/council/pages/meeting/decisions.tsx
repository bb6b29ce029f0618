/** What a meeting decides: written down as it is taken, saved at once, and below it how far each matter is. */
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { z } from 'zod'
import { decision } from '#modules/council/model.ts'
import { useUnits } from '#modules/council/pages/units.ts'
import { matterStates } from '#modules/matter/flow.ts'
import { command } from '#web/client.ts'
import { Field, RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark, StatusTag } from '#web/ui/figure/light.tsx'
import { FormBox } from '#web/ui/form/form-box.tsx'
import { ViewSwitch } from '#web/ui/form/inputs.tsx'
import { Panel } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { type Decided, type Meeting, matterTones } from '../words.ts'

export function DecisionPanel({ of }: { of: Meeting }) {
  const { role } = useMe()
  const [striking, strike] = useState<Decided | null>(null)
  const records = role === 'office' && (of.status === 'open' || of.status === 'closed')
  const standing = of.decisions.filter(({ struckOn }) => struckOn === null).length
  return (
    <Panel title={`议定事项（${standing}）`} flush>
      {records && <Record of={of} />}
      {of.decisions.length ? (
        <ol className="decisions">
          {of.decisions.map((one) => (
            <li key={one.id} className={one.struckOn ? 'struck' : undefined}>
              <DecisionLine of={one} item={of.agenda.find(({ id }) => id === one.agenda)?.title} />
              {records && one.struckOn === null && (
                <Act inline danger name={`划去第 ${one.ordinal} 项`} onClick={() => strike(one)}>
                  划去
                </Act>
              )}
            </li>
          ))}
        </ol>
      ) : (
        <EmptyState
          title="尚未登记议定事项"
          about={records ? '在上方登记；有责任单位和时限的，保存后即转为督办事项。' : '登记后在这里查看。'}
        />
      )}
      <StrikeDialog of={striking} onClose={() => strike(null)} />
    </Panel>
  )
}

function DecisionLine({ of, item }: { of: Decided; item: string | undefined }) {
  const { ordinal, title, text, ownerName, supporterNames, dueOn, evidenceWanted, state, struckOn, struckReason } = of
  return (
    <div>
      <p>
        <b className="number">{ordinal}</b> <span className="decision-title">{title}</span>{' '}
        {state === null ? (
          <Mark>只作记录</Mark>
        ) : (
          <>
            <StatusTag of={matterStates} is={state.status} tone={matterTones[state.status]} />
            {state.late && <Mark tone="bad">已逾期</Mark>}
          </>
        )}
      </p>
      {text !== title && <p className="long">{text}</p>}
      <p className="quiet">
        {[
          item && `议题：${item}`,
          ownerName && `${ownerName}牵头`,
          supporterNames.length && `${supporterNames.join('、')}配合`,
          (state?.dueOn ?? dueOn) && `时限 ${state?.dueOn ?? dueOn}`,
          state?.closedOn && state.status === 'closed' && `${state.closedOn} 办结`,
          evidenceWanted && `佐证：${evidenceWanted}`,
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        {state && (state.opens ? <Link to={`/office/matters/${state.id}`}>{state.number}</Link> : state.number)}
      </p>
      {struckOn && (
        <p className="decision-struck">
          {struckOn} 划去：{struckReason}
        </p>
      )}
    </div>
  )
}

const { title, text, owner, supporters, dueOn, evidenceWanted } = decision.shape
const wanted = decision.pick({ title: true, owner: true, dueOn: true }).extend({
  owner: owner.unwrap(),
  dueOn: dueOn.unwrap(),
  supporters,
  evidenceWanted,
  text: text.nullable(),
})
const noted = decision.pick({ title: true }).extend({ text: text.nullable() })
const ways = [
  { value: 'charge', label: '交办' },
  { value: 'note', label: '只作记录' },
]

/** Without a mouse: Tab through the fields, Enter saves, and the next one is begun in the first field. */
function Record({ of }: { of: Meeting }) {
  const say = useSay()
  const units = useUnits()
  const decide = useMutation(command('council/decide'))
  const [way, choose] = useState('charge')
  const [round, next] = useState(0)
  const [agenda, keep] = useState<string | null>(of.agenda[0]?.id ?? null)
  const frame = useRef<HTMLDivElement>(null)
  const charges = way === 'charge'
  const items = of.agenda.map(({ id, ordinal, title }) => ({ value: id, label: `${ordinal}. ${title}` }))
  return (
    <div className="decision-record" ref={frame}>
      <ViewSwitch name="登记方式" choices={ways} value={way} onChange={(chosen) => choose(chosen ?? 'charge')} />
      <FormBox
        // A fresh form for the next one.
        key={`${way}-${round}`}
        columns={2}
        initial={{ agenda, title: null, text: null, owner: null, supporters: [], dueOn: null, evidenceWanted: null }}
        save="登记"
        onSave={async (answers) => {
          const item = (answers.agenda as string | null | undefined) ?? null
          const rest = charges
            ? wanted.parse(answers)
            : { ...noted.parse(answers), owner: null, supporters: [], dueOn: null, evidenceWanted: null }
          const { ordinal, matter } = await decide.mutateAsync({ ...rest, meeting: of.id, agenda: item })
          say.done(matter ? `第 ${ordinal} 项已登记，并转为督办事项` : `第 ${ordinal} 项已登记`)
          keep(item)
          next(round + 1)
          setTimeout(() => frame.current?.querySelector<HTMLElement>('input[id$="_title"]')?.focus(), 0)
        }}
      >
        <div className="wide">
          <Field name="title" field={title} />
        </div>
        <Field name="text" field={text.nullable()} hint="与事项相同的，可不填写。" />
        {charges && <Field name="owner" field={owner.unwrap()} choices={units} />}
        {charges && <Field name="dueOn" field={dueOn.unwrap()} />}
        {charges && <Field name="supporters" field={supporters} choices={units} />}
        {charges && <Field name="evidenceWanted" field={evidenceWanted} />}
        {items.length > 0 && <Field name="agenda" field={decision.shape.agenda} choices={items} />}
      </FormBox>
    </div>
  )
}

const striking = z.object({ reason: decision.shape.struckReason.unwrap() })
function StrikeDialog({ of, onClose }: { of: Decided | null; onClose: () => void }) {
  const say = useSay()
  const strike = useMutation(command('council/strike'))
  return (
    <Dialog title={of ? `划去第 ${of.ordinal} 项：${of.title}` : ''} open={of !== null} onClose={onClose}>
      <RecordForm
        of={striking}
        save="划去"
        hints={{ reason: '划去的内容和原因仍可查看，不写入纪要；已转出的督办事项同时撤销。' }}
        onCancel={onClose}
        onSave={async ({ reason }) => {
          const { ordinal } = await strike.mutateAsync({ id: of!.id, reason })
          say.done(`第 ${ordinal} 项已划去`)
          onClose()
        }}
      />
    </Dialog>
  )
}
