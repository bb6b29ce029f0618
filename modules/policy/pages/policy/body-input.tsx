/** The text of a document: written, or read out of its file and looked through. */
import { useState } from 'react'
import { upload } from '#web/client.ts'
import { Act, ConfirmButton } from '#web/ui/buttons.tsx'
import { LongTextInput } from '#web/ui/form/inputs.tsx'
import { SendFile } from '#web/upload.tsx'

const endings = ['.docx', '.pdf', '.txt', '.md', '.html'] as const

type Props = { value?: string | null; onChange?: (value: string | null) => void }
export function BodyInput({ value, onChange }: Props) {
  const [reading, read] = useState(false)
  return (
    <div className="stack tight">
      <LongTextInput name="正文" rows={6} maxLength={200_000} value={value} onChange={onChange} />
      {reading ? (
        <SendFile
          title="政策文件"
          endings={endings}
          send={(sent) => upload('policy/readBody').mutationFn(sent)}
          said="已读出正文，请核对后保存"
          onDone={({ text }) => {
            onChange?.(text)
            read(false)
          }}
        />
      ) : (
        <div>
          {value ? (
            <ConfirmButton inline ask="从文件读取，替换现有正文吗？" yes="替换" onConfirm={() => read(true)}>
              从文件读取正文
            </ConfirmButton>
          ) : (
            <Act inline onClick={() => read(true)}>
              从文件读取正文
            </Act>
          )}
        </div>
      )}
    </div>
  )
}
