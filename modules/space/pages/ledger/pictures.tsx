/** Photos and floor plans of a building and its units, and the way to add one. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { picture, pictureKinds } from '#modules/space/model.ts'
import { command, upload } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FileDrop } from '#web/ui/form/file-drop.tsx'
import { Panel, Stack } from '#web/ui/frame/page.tsx'
import { EmptyState } from '#web/ui/frame/states.tsx'
import { Permitted } from '#web/ui/permitted.tsx'
import { pictureUrl, type Shown, type WholeBuilding } from './whole.ts'
import { floorName, lookOnly } from './words.ts'

export function Pictures({ of }: { of: WholeBuilding }) {
  const [adding, add] = useState(false)
  const names = new Map(of.floors.flatMap(({ units }) => units.map(({ id, name }) => [id, name] as const)))
  return (
    <Panel
      title="图片"
      actions={
        <Permitted when={of.keeps} because={lookOnly} onClick={() => add(true)}>
          上传图片
        </Permitted>
      }
    >
      {of.pictures.length ? (
        <PictureGrid of={of.pictures} keeps={of.keeps} names={names} />
      ) : (
        <EmptyState title="尚无图片" about="照片和平面图随对外推介的单元向公众展示。" />
      )}
      <AddDialog of={of} open={adding} onClose={() => add(false)} />
    </Panel>
  )
}

type GridOf = { of: Shown[]; keeps: boolean; names?: ReadonlyMap<string, string> }
export function PictureGrid({ of, keeps, names }: GridOf) {
  const say = useSay()
  const remove = useMutation({ ...command('space/removePicture'), onSuccess: () => say.done('图片已移除'), onError: say.failed })
  return (
    <div className="space-pictures">
      {of.map(({ id, kind, unit, caption, type }) => {
        const told = [unit && names?.get(unit), pictureKinds[kind], caption].filter(Boolean).join(' · ')
        return (
          <figure className="space-picture" key={id} style={{ margin: 0 }}>
            <a href={pictureUrl(id)} target="_blank" rel="noreferrer">
              {type === 'application/pdf' ? (
                <span className="space-picture-page">PDF {pictureKinds[kind]}</span>
              ) : (
                <img src={pictureUrl(id)} alt={told} width={200} height={132} loading="lazy" />
              )}
            </a>
            <figcaption>
              {told}
              {keeps && (
                <ConfirmButton inline ask="确定移除这张图片吗？" yes="移除" onConfirm={() => remove.mutate({ id })}>
                  移除
                </ConfirmButton>
              )}
            </figcaption>
          </figure>
        )
      })}
    </div>
  )
}

const asked = picture.pick({ kind: true, unit: true, caption: true })

function AddDialog({ of, open, onClose }: { of: WholeBuilding; open: boolean; onClose: () => void }) {
  const say = useSay()
  const [file, keep] = useState<File | null>(null)
  const add = useMutation(upload('space/addPicture'))
  const close = () => {
    keep(null)
    onClose()
  }
  const units = of.floors.flatMap(({ number, units }) =>
    units.map(({ id, name }) => ({ value: id, label: name, group: floorName(number) })),
  )
  return (
    <Dialog title="上传图片" open={open} onClose={close}>
      <Stack>
        {file ? (
          <p>
            {file.name}{' '}
            <Act inline onClick={() => keep(null)}>
              换一个
            </Act>
          </p>
        ) : (
          <FileDrop title="照片或平面图" endings={['.jpg', '.jpeg', '.png', '.webp', '.pdf']} onFile={keep} shrink />
        )}
        {file && (
          <RecordForm
            of={asked}
            initial={{ kind: file.name.toLowerCase().endsWith('.pdf') ? 'plan' : 'photo' }}
            choices={{ unit: units }}
            hints={{ unit: '整幢楼宇的不选。' }}
            save="上传"
            onCancel={close}
            onSave={async (values) => {
              await add.mutateAsync({ ...values, building: of.building.id, file })
              say.done('图片已上传')
              close()
            }}
          />
        )}
      </Stack>
    </Dialog>
  )
}
