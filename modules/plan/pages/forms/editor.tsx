/** The side sheet in which an item is corrected, added or dropped. What was typed is not lost by a stray click. */
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { command } from '#web/client.ts'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog, Sheet } from '#web/ui/dialog.tsx'
import { type Editing, useDesk } from '../desk.ts'
import { kinds } from '../kinds.ts'
import { AboutForm, DirectionForm } from './about-form.tsx'
import { BaselineForm } from './baseline-form.tsx'
import { GroupForm, PassageForm, ZoneForm } from './passage-forms.tsx'
import { TargetForm } from './target-form.tsx'
import { TaskForm } from './task-form.tsx'

export function Editor({ editing, onClose }: { editing: Editing | null; onClose: () => void }) {
  const [shut, ask] = useState(false)
  const dirty = useRef(false)
  const leave = () => {
    dirty.current = false
    ask(false)
    onClose()
  }
  const close = () => (dirty.current ? ask(true) : leave())
  return (
    <>
      <Sheet
        title={editing ? titleOf(editing) : ''}
        open={editing !== null}
        onClose={close}
        actions={editing && <Drop editing={editing} onDone={leave} />}
      >
        {/* Typing bubbles up here from whichever form is open. */}
        <div onInput={() => (dirty.current = true)}>{editing && <Form editing={editing} onDone={leave} />}</div>
      </Sheet>
      <Dialog
        title="填写的内容尚未保存"
        open={shut}
        onClose={() => ask(false)}
        foot={
          <>
            <Act onClick={leave}>不保存</Act>{' '}
            <Act main onClick={() => ask(false)}>
              继续填写
            </Act>
          </>
        }
      >
        关闭后，刚才填写的内容将会丢失。
      </Dialog>
    </>
  )
}

function titleOf(editing: Editing): string {
  if (editing.what === 'about') return '更正基本信息'
  if (editing.what === 'direction') return '更正重点方向'
  if (editing.what === 'baseline') return '签认基期值'
  return `${editing.id ? '更正' : '添加'}${kinds[editing.what]}`
}

function Form({ editing, onDone }: { editing: Editing; onDone: () => void }) {
  switch (editing.what) {
    case 'about':
      return <AboutForm onDone={onDone} />
    case 'direction':
      return <DirectionForm onDone={onDone} />
    case 'baseline':
      return <BaselineForm id={editing.id} onDone={onDone} />
    case 'target':
      return <TargetForm editing={editing} onDone={onDone} />
    case 'task':
      return <TaskForm editing={editing} onDone={onDone} />
    case 'zone':
      return <ZoneForm editing={editing} onDone={onDone} />
    case 'group':
      return <GroupForm editing={editing} onDone={onDone} />
    default:
      return <PassageForm editing={editing} onDone={onDone} />
  }
}

function Drop({ editing, onDone }: { editing: Editing; onDone: () => void }) {
  const { whole } = useDesk()
  const say = useSay()
  const drop = useMutation(command('plan/dropItem'))
  if (!('id' in editing) || editing.id === null || editing.what === 'baseline') return null
  const { what, id } = editing
  const staffed = what === 'task' && whole.units.some(({ task }) => task === id)
  const about = what === 'group' ? '其下的任务将成为未归类任务。' : staffed ? '其责任单位将一并删除。' : '原文不受影响。'
  return (
    <ConfirmButton
      danger
      busy={drop.isPending}
      ask={`删除该${kinds[what]}？`}
      about={about}
      yes="删除"
      onConfirm={() =>
        drop.mutate(
          { kind: what, plan: whole.plan.id, id },
          {
            onSuccess: () => {
              say.done('已删除')
              onDone()
            },
            onError: say.failed,
          },
        )
      }
    >
      删除
    </ConfirmButton>
  )
}
