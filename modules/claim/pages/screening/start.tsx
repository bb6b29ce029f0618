/** Beginning a screening: of which version, by the ledgers of which day, and for which batch. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { cycleStates } from '#modules/claim/flow.ts'
import { command, type Out, query } from '#web/client.ts'
import { useFrame, useMe } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FieldBox, FormBox } from '#web/ui/form/form-box.tsx'
import { ChoiceInput, DayInput } from '#web/ui/form/inputs.tsx'
import { Stack } from '#web/ui/frame/page.tsx'
import { EmptyState, Loaded } from '#web/ui/frame/states.tsx'
import { icons } from '#web/ui/icons.tsx'

type Versions = Out<'claim/cycleChoices'>['versions']
type Batches = Out<'claim/allCycles'>

export function Start() {
  const { role } = useMe()
  const [open, turn] = useState(false)
  const choices = useQuery({ ...query('claim/cycleChoices', {}), enabled: open })
  const batches = useQuery({ ...query('claim/allCycles', {}), enabled: open })
  if (role !== 'office' && role !== 'department') return null
  return (
    <>
      <Act main icon={icons.add} onClick={() => turn(true)}>
        发起筛查
      </Act>
      <Dialog title="发起政策筛查" open={open} onClose={() => turn(false)}>
        <Loaded from={choices}>
          {({ versions }) =>
            versions.length ? (
              <Loaded from={batches}>
                {(rows) => (
                  <StartForm versions={versions} batches={rows.filter(({ mine }) => mine)} onClose={() => turn(false)} />
                )}
              </Loaded>
            ) : (
              <EmptyState title="没有可以筛查的条款" about="条款发布后，由政策牵头单位或办公室发起筛查。" />
            )
          }
        </Loaded>
      </Dialog>
    </>
  )
}

function StartForm({ versions, batches, onClose }: { versions: Versions; batches: Batches; onClose: () => void }) {
  const { role } = useMe()
  const today = useFrame()?.today ?? null
  const go = useNavigate()
  const start = useMutation(command('claim/startScreening'))
  const [version, choose] = useState(versions[0]!.id)
  const fitting = batches.filter((one) => one.version === version && one.status !== 'cancelled')
  const alone = role === 'office'
  return (
    <Stack>
      <p className="quiet">按数据日期的台账，对全部在册企业逐条测算；结果留存，不再改动。</p>
      <FormBox
        key={version}
        initial={{ version, asOf: today, cycle: alone ? null : fitting[0]?.id }}
        save="发起"
        onCancel={onClose}
        onSave={async (given) => {
          const { asOf, cycle } = given as { asOf: string; cycle?: string | null } // the fields below
          const { id } = await start.mutateAsync({ version, asOf, cycle: cycle ?? null })
          onClose()
          void go(`/office/screenings/${id}`)
        }}
      >
        <FieldBox name="version" title="条款版本">
          <ChoiceInput
            name="条款版本"
            choices={versions.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(next) => next && choose(next)}
          />
        </FieldBox>
        <FieldBox
          name="asOf"
          title="数据日期"
          hint="按这一天已掌握的数据，不晚于今天"
          check={(day) =>
            typeof day !== 'string' ? '请选择数据日期' : today !== null && day > today ? '数据日期不能晚于今天' : null
          }
        >
          <DayInput name="数据日期" />
        </FieldBox>
        <FieldBox
          name="cycle"
          title="兑现批次"
          optional={alone}
          hint={alone ? '为某一批次筛查时选择，该批次的牵头单位可以查看结果' : '为本单位牵头的批次筛查'}
          check={(batch) => (alone || batch ? null : '请选择本单位牵头的兑现批次；没有的，请先开启批次')}
        >
          <ChoiceInput
            name="兑现批次"
            clearable={alone}
            placeholder={fitting.length ? '' : '这一版条款没有兑现批次'}
            choices={fitting.map(({ id, title, status }) => ({ value: id, label: `${title}（${cycleStates[status]}）` }))}
          />
        </FieldBox>
      </FormBox>
    </Stack>
  )
}
