/** One file chosen and sent up: how much of it has gone, the word when it is there, the sentence where it is refused. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useSay } from './ui/buttons.tsx'
import { FileDrop } from './ui/form/file-drop.tsx'

type Sent = { file: File; onProgress: (part: number) => void }
type Send<T> = {
  /** What is to be chosen: 申报通知. */
  title: string
  endings: readonly string[]
  /** `(sent) => upload('policy/attachCall').mutationFn({ id, ...sent })` */
  send: (sent: Sent) => Promise<T>
  /** Said instead of the file's name. */
  said?: string
  onDone: (answer: T) => void
}

export function SendFile<T>({ title, endings, send, said, onDone }: Send<T>) {
  const say = useSay()
  const [part, tell] = useState<number | null>(null)
  const sending = useMutation({
    mutationFn: (file: File) => send({ file, onProgress: tell }),
    onSuccess: (answer, { name }) => {
      say.done(said ?? `已上传“${name}”`)
      onDone(answer)
    },
    onError: say.failed,
    onSettled: () => tell(null),
  })
  return (
    <FileDrop
      title={title}
      endings={endings}
      sent={part}
      onFile={(file) => {
        tell(0)
        sending.mutate(file)
      }}
    />
  )
}
