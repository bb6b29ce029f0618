/** What a subject says of an item, written while the self-evaluation lasts; verified by the office afterwards. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { amount, text } from '#platform/fields.ts'
import { command, download, upload } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useMe } from '#web/session.tsx'
import { Act, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { Row, Stack } from '#web/ui/frame/page.tsx'
import { SendFile } from '#web/upload.tsx'
import type { Part, Subject } from '../words.ts'

type Of = { of: Subject; part: Part }
type File = { id: string; name: string }
export const endings = ['.pdf', '.doc', '.docx', '.xls', '.xlsx', '.jpg', '.png', '.zip']

export function Evaluation({ of, part }: Of) {
  const { role } = useMe()
  const [open, turn] = useState<'write' | 'verify' | null>(null)
  const { self } = part
  const writes = of.own && of.status === 'self' && part.takes !== 'indicator'
  const verifies = role === 'office' && of.status === 'verifying' && part.takes === 'verified'
  if (!self && !writes && !verifies) return null
  return (
    <div>
      {self && (
        <p>
          自评{self.value !== null && ` ${self.value}${part.unit}`}：{self.text}　
          {self.submittedOn ? <span className="quiet">{self.submittedOn} 提交</span> : <Mark tone="warn">未提交</Mark>}
          {self.verifiedOn && (
            <span className="quiet">
              　核定 {self.verified}
              {part.unit}（{self.verifiedBy}，{self.verifiedOn}）{self.opinion}
            </span>
          )}
        </p>
      )}
      {self && <Proofs subject={of.id} files={self.files} />}
      <Row>
        {writes && (
          <Act inline onClick={() => turn('write')}>
            {self ? '修改自评' : '填写自评'}
          </Act>
        )}
        {verifies && (
          <Act inline onClick={() => turn('verify')}>
            {self?.verifiedOn ? '修改核定' : '核定'}
          </Act>
        )}
      </Row>
      <Dialog title={`自评：${part.title}`} open={open === 'write'} onClose={() => turn(null)}>
        <Write of={of} part={part} onClose={() => turn(null)} />
      </Dialog>
      <Dialog title={`核定：${of.name} ${part.title}`} open={open === 'verify'} onClose={() => turn(null)}>
        <Verify of={of} part={part} onClose={() => turn(null)} />
      </Dialog>
    </div>
  )
}

export function Proofs({ subject, files }: { subject: string; files: readonly File[] }) {
  const say = useSay()
  const fetch = useMutation({ ...download('appraisal/proof'), onError: say.failed })
  if (files.length === 0) return null
  return (
    <Row>
      {files.map(({ id, name }) => (
        <Act key={id} inline onClick={() => fetch.mutate({ subject, file: id })}>
          {name}
        </Act>
      ))}
    </Row>
  )
}

/** Files already handed in, and one more. */
export function ProofInput({
  subject,
  files,
  onChange,
}: {
  subject: string
  files: readonly File[]
  onChange: (files: File[]) => void
}) {
  return (
    <Stack>
      <Proofs subject={subject} files={files} />
      <SendFile
        title="佐证材料"
        endings={endings}
        send={(sent) => upload('appraisal/attachProof').mutationFn({ subject, ...sent })}
        onDone={(kept) => onChange([...files, kept])}
      />
    </Stack>
  )
}

type Opened = Of & { onClose: () => void }
const writing = z.object({ value: amount('自报数').nullable(), text: text('自评说明', 2000) })

function Write({ of, part, onClose }: Opened) {
  const say = useSay()
  const known = useQueryClient()
  const [files, keep] = useState<File[]>(part.self?.files ?? [])
  const save = useMutation(command('appraisal/saveSelf'))
  return (
    <Stack>
      {part.asks && <p className="quiet">{part.asks}</p>}
      <ProofInput subject={of.id} files={files} onChange={keep} />
      <RecordForm
        of={writing}
        initial={{ value: part.self?.value ?? null, text: part.self?.text }}
        onCancel={onClose}
        onSave={async (values) => {
          await save.mutateAsync({ subject: of.id, item: part.code, ...values, files: files.map(({ id }) => id) })
          void known.invalidateQueries()
          say.done('自评已保存，全部填写后请提交')
          onClose()
        }}
      />
    </Stack>
  )
}

const verifying = z.object({ verified: amount('核定数'), opinion: text('核验意见', 1000).nullable() })

function Verify({ of, part, onClose }: Opened) {
  const say = useSay()
  const known = useQueryClient()
  const verify = useMutation(command('appraisal/verifySelf'))
  const { self } = part
  return (
    <RecordForm
      of={verifying}
      initial={{ verified: self?.verified ?? self?.value ?? undefined, opinion: self?.opinion ?? null }}
      hints={{ opinion: '核定数与自报数不一致的，须写明意见。' }}
      save="核定"
      onCancel={onClose}
      onSave={async (values) => {
        await verify.mutateAsync({ subject: of.id, item: part.code, ...values })
        void known.invalidateQueries()
        say.done('已核定')
        onClose()
      }}
    />
  )
}
