/** The checklist of a firm that has its keys: each item with its owner and his clock. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { checkKinds } from '#modules/movein/model.ts'
import { text } from '#platform/fields.ts'
import { command } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { PaperDrop, usePapered } from '#web/papered.tsx'
import { useFrame, useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Clock } from '#web/ui/figure/clock.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import type { Whole } from '../words.ts'
import { Paper } from './paper.tsx'

type Item = Whole['checklist'][number]

export function Checklist({ of: { checklist, matter } }: { of: Whole }) {
  if (checklist.length === 0) return null
  const open = checklist.filter(({ doneOn, waived }) => doneOn === null && waived === null).length
  return (
    <Panel title={`入驻清单（${checklist.length - open}／${checklist.length}）`} flush>
      <ul className="move-in-list">
        {checklist.map((item) => (
          <Line key={item.id} of={item} open={matter.status === 'settling'} />
        ))}
      </ul>
    </Panel>
  )
}

const noting = z.object({ note: text('说明', 300).nullable() })
const waiving = z.object({ reason: text('不适用原因', 200) })

function Line({ of, open }: { of: Item; open: boolean }) {
  const { id, moveIn, kind, ownerName, dueOn, doneOn, waived, note, evidence, by, left, why } = of
  const say = useSay()
  const { role } = useMe()
  const today = useFrame()?.today
  const [asked, ask] = useState<'done' | 'waive' | null>(null)
  const [paper, keep] = useState<File | null>(null)
  const off = usePapered('movein/checkOff')
  const waive = useMutation(command('movein/waive'))
  const closed = doneOn !== null || waived !== null
  const told = (words: string) => {
    say.done(words)
    ask(null)
  }
  return (
    <li>
      {closed ? (
        <Mark tone={waived ? 'quiet' : 'good'}>{waived ? '不适用' : '已办结'}</Mark>
      ) : (
        <Clock left={left ?? 0} dueOn={dueOn} today={today} />
      )}
      <span className="name">
        <b>{checkKinds[kind]}</b> <span className="quiet">{ownerName}</span>
        {(doneOn || waived || note) && (
          <div className="quiet">{[doneOn && `${doneOn} ${by ?? ''}`, waived, note].filter(Boolean).join(' · ')}</div>
        )}
      </span>
      {evidence && <Paper matter={moveIn} paper={evidence} of={checkKinds[kind]} />}
      {open && !closed && why === null && role !== 'enterprise' && (
        <>
          <Act inline onClick={() => ask('done')}>
            办结
          </Act>
          <Act inline onClick={() => ask('waive')}>
            不适用
          </Act>
        </>
      )}
      <Dialog
        title={`${checkKinds[kind]}${asked === 'waive' ? '不适用' : '办结'}`}
        open={asked !== null}
        onClose={() => ask(null)}
      >
        {asked === 'waive' ? (
          <RecordForm
            of={waiving}
            save="登记"
            onCancel={() => ask(null)}
            onSave={async ({ reason }) => {
              await waive.mutateAsync({ id, reason })
              told('已登记为不适用')
            }}
          />
        ) : (
          <Stack>
            <PaperDrop title="佐证（可不提供）" file={paper} onFile={keep} />
            <RecordForm
              of={noting}
              save="办结"
              onCancel={() => ask(null)}
              onSave={async ({ note }) => {
                await off({ id, note }, paper)
                told('已办结')
              }}
            />
          </Stack>
        )}
      </Dialog>
    </li>
  )
}
