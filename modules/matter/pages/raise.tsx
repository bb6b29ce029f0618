/** Raising a matter: an instruction by the office or a leader, help or another unit's part by a unit. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { matter, origins } from '#modules/matter/model.ts'
import { oneOf } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { icons } from '#web/ui/icons.tsx'
import { useTasks, useUnits } from './words.ts'

type Kind = 'matter' | 'help' | 'part'
const titles: Record<Kind, string> = { matter: '登记督办事项', help: '提出求助', part: '提出协调事项' }
const kindsOf = (role: string): Kind[] =>
  role === 'leader' ? ['matter'] : role === 'office' ? ['part', 'matter'] : ['part', 'help']

export function Raise() {
  const { role } = useMe()
  const [kind, open] = useState<Kind | null>(null)
  const close = () => open(null)
  const kinds = kindsOf(role)
  return (
    <>
      {kinds.map((one, at) => (
        <Act key={one} main={at === kinds.length - 1} icon={icons.add} onClick={() => open(one)}>
          {titles[one]}
        </Act>
      ))}
      <Dialog title={kind ? titles[kind] : ''} wide open={kind !== null} onClose={close}>
        {kind === 'matter' && <MatterForm onClose={close} />}
        {kind === 'help' && <HelpForm onClose={close} />}
        {kind === 'part' && <PartForm onClose={close} />}
      </Dialog>
    </>
  )
}

function useDone(onClose: () => void) {
  const go = useNavigate()
  const say = useSay()
  return (word: string, { id }: { id: string }) => {
    say.done(word)
    onClose()
    void go(`/office/matters/${id}`)
  }
}

const { title, text, task, dueOn, owner, supporters, source, evidenceWanted } = matter.shape
const { instruction, check, overdue, coordination } = origins
const whole = z.object({
  ...{ origin: oneOf('来源', { instruction, check, overdue, coordination }), source, title, dueOn, owner, task },
  ...{ supporters, text, evidenceWanted },
})

function MatterForm({ onClose }: { onClose: () => void }) {
  const raise = useMutation(command('matter/raiseMatter'))
  const [units, tasks, done] = [useUnits(), useTasks(), useDone(onClose)]
  return (
    <RecordForm
      of={whole}
      columns={2}
      initial={{ origin: 'instruction' }}
      choices={{ owner: units, supporters: units, task: tasks }}
      hints={{ source: '如：顾常务在 11 月调度会上的批示', evidenceWanted: '填写后，报告办结须附佐证' }}
      save="登记并交办"
      onCancel={onClose}
      onSave={async (of) => done('已登记并交办', await raise.mutateAsync(of))}
    />
  )
}

const help = z.object({ title, dueOn, task, text })
function HelpForm({ onClose }: { onClose: () => void }) {
  const raise = useMutation(command('matter/requestHelp'))
  const [tasks, done] = [useTasks(), useDone(onClose)]
  return (
    <RecordForm
      of={help}
      columns={2}
      choices={{ task: tasks }}
      hints={{ task: '有工作组承担的任务，由工作组先行协调；没有的直接提交领导小组办公室' }}
      save="提出"
      onCancel={onClose}
      onSave={async (of) => done('已提出，答复后会通知您', await raise.mutateAsync(of))}
    />
  )
}

const part = z.object({ title, owner, dueOn, task, text })
function PartForm({ onClose }: { onClose: () => void }) {
  const { org } = useMe()
  const raise = useMutation(command('matter/requestPart'))
  const [units, tasks, done] = [useUnits(org?.id), useTasks(), useDone(onClose)]
  return (
    <RecordForm
      of={part}
      columns={2}
      choices={{ owner: units, task: tasks }}
      hints={{ owner: '请对方办理的单位；逾期未办的逐级升级' }}
      save="提出"
      onCancel={onClose}
      onSave={async (of) => done('已提出并交对方办理', await raise.mutateAsync(of))}
    />
  )
}
