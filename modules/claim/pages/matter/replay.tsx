/** 复算: every decision that was kept, computed again from what was frozen with it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { moment } from '#web/ui/figure/number.ts'
import { Loaded } from '#web/ui/frame/states.tsx'
import { money } from '../words.ts'
import '../claim.css'

export function Replay({ id }: { id: string }) {
  const [open, turn] = useState(false)
  return (
    <>
      <Act inline onClick={() => turn(true)}>
        复算
      </Act>
      <Dialog title="复算" open={open} onClose={() => turn(false)}>
        <Answers id={id} />
      </Dialog>
    </>
  )
}

function Answers({ id }: { id: string }) {
  const asked = useQuery(query('claim/replay', { id }))
  return (
    <Loaded from={asked}>
      {(answers) => (
        <ul className="claim-lines">
          {answers.map(({ at, by, day, same, sentence, amount, again, recomputed }) => (
            <li key={at}>
              <span className="name">
                {moment(at)} {by}
                <div className="quiet claim-small">按 {day} 的条款、当时的数据和已享情况重新计算</div>
                <div>
                  {sentence}
                  {amount !== null && `（兑现 ${money(amount)}）`}
                </div>
                {!same && (
                  <div>
                    复算为：{again}
                    {recomputed !== null && `（兑现 ${money(recomputed)}）`}
                  </div>
                )}
              </span>
              <Mark tone={same ? 'good' : 'bad'}>{same ? '复算一致' : '复算不一致'}</Mark>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
