/** Steps that are shown by a paper: the place to drop it, and sending a step with or without one. */
import { useMutation } from '@tanstack/react-query'
import { type Commands, command, type In, upload } from '#web/client.ts'
import { Act } from '#web/ui/buttons.tsx'
import { FileDrop } from '#web/ui/form/file-drop.tsx'

const endings = ['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.zip'] as const

type Drop = { title: string; file: File | null; onFile: (file: File | null) => void }
export const PaperDrop = ({ title, file, onFile }: Drop) =>
  file ? (
    <p>
      {title}：{file.name}{' '}
      <Act inline onClick={() => onFile(null)}>
        重新选择
      </Act>
    </p>
  ) : (
    <FileDrop title={title} endings={endings} onFile={onFile} />
  )

/** Hands a step in, as JSON or with its paper. */
export function usePapered<P extends Commands>(path: P) {
  const bare = useMutation(command(path))
  const shown = useMutation(upload(path))
  return (input: Omit<In<P>, 'file'>, file: File | null) =>
    // Without a paper the input is whole as it is; the type cannot tell that `file` may be left out.
    file ? shown.mutateAsync({ ...input, file }) : bare.mutateAsync(input as In<P>)
}
