/** The materials of a claim, asked for and handed in; what ledgers hold is named and never asked for. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { scanStates } from '#modules/claim/model.ts'
import { command, download, upload } from '#web/client.ts'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark, type Tone } from '#web/ui/figure/light.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { SendFile } from '#web/upload.tsx'
import type { Whole } from '../words.ts'
import '../claim.css'

const tones: Record<keyof typeof scanStates, Tone> = { waiting: 'active', clean: 'good', unscanned: 'quiet', infected: 'bad' }
const endings = ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.docx', '.xlsx'] as const

export function Materials({ of, writable = false }: { of: Whole; writable?: boolean }) {
  const { asked, materials, withheld, heldByLedgers, claim } = of
  const [title, ask] = useState<string | null>(null)
  if (withheld > 0)
    return (
      <EmptyState
        title={`申报材料 ${withheld} 份，不在您可以查看的范围内`}
        about="由受理和会审的单位核验；拨付以审定结果为准。"
      />
    )
  if (!asked.length && !heldByLedgers.length && !materials.length) return <EmptyState title="该条款无须提供材料" />
  const titles = [...new Set([...asked.map(({ title }) => title), ...materials.map(({ title }) => title)])]
  return (
    <>
      <ul className="claim-lines">
        {titles.map((one) => {
          const own = materials.filter((material) => material.title === one)
          const required = asked.find(({ title }) => title === one)?.required ?? false
          return (
            <li key={one}>
              <span className="name">
                {one} {required ? <Mark tone="warn">必需</Mark> : <Mark>可不提供</Mark>}
                {own.map((material) => (
                  <Kept key={material.id} of={material} writable={writable} />
                ))}
              </span>
              {writable && (
                <Act inline onClick={() => ask(one)}>
                  上传
                </Act>
              )}
              {!writable && !own.length && <span className="quiet">未提供</span>}
            </li>
          )
        })}
        {heldByLedgers.map(({ title, ledger }) => (
          <li key={title}>
            <span className="name">{title}</span>
            <span className="quiet">台账已有（{ledger}），无须提供</span>
          </li>
        ))}
      </ul>
      <Dialog title={`上传${title ?? ''}`} open={title !== null} onClose={() => ask(null)}>
        {title !== null && <Upload claim={claim.id} title={title} onDone={() => ask(null)} />}
      </Dialog>
    </>
  )
}

function Kept({ of, writable }: { of: Whole['materials'][number]; writable: boolean }) {
  const say = useSay()
  const open = useMutation({ ...download('claim/openMaterial'), onError: say.failed })
  const drop = useMutation({ ...command('claim/dropMaterial'), onSuccess: () => say.done('已移除'), onError: say.failed })
  const shut = of.scan === 'waiting' || of.scan === 'infected'
  return (
    <div>
      <Act inline disabled={shut} busy={open.isPending} onClick={() => open.mutate({ id: of.id })}>
        {of.fileName}
      </Act>{' '}
      <Mark tone={tones[of.scan]}>{scanStates[of.scan]}</Mark>{' '}
      {writable && (
        <ConfirmButton inline danger ask="移除这份材料吗？" yes="移除" onConfirm={() => drop.mutate({ id: of.id })}>
          移除
        </ConfirmButton>
      )}
    </div>
  )
}

const Upload = ({ claim, title, onDone }: { claim: string; title: string; onDone: () => void }) => (
  <SendFile
    title={title}
    endings={endings}
    send={(sent) => upload('claim/addMaterial').mutationFn({ claim, title, ...sent })}
    onDone={onDone}
  />
)
