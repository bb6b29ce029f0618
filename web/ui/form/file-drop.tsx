/** A place to drop or choose one file, with the progress of sending it. */
import { CloudUploadOutlined } from '@ant-design/icons'
import { Progress } from 'antd'
import { type DragEvent, useId, useState } from 'react'
import { Notice } from '../dialog.tsx'
import { shrunk } from './shrink.ts'
import './form.css'

const limit = 20 * 1024 * 1024

type Drop = {
  /** What is to be chosen: 行动方案文件. */
  title: string
  /** Endings allowed, e.g. ['.docx', '.pdf', '.txt']. */
  endings: readonly string[]
  onFile: (file: File) => void
  /** Pictures among them are made small before they are passed on. */
  shrink?: boolean
  /** Part sent, 0—1, while sending. */
  sent?: number | null
}

export function FileDrop({ title, endings, onFile, shrink = false, sent }: Drop) {
  const id = useId()
  const [over, hover] = useState(false)
  const [trouble, tell] = useState<string | null>(null)
  const [shrinking, wait] = useState(false)
  const take = async (file: File | undefined) => {
    if (!file) return
    const wrong = complain(file, endings)
    tell(wrong)
    if (wrong) return
    if (!shrink) return onFile(file)
    wait(true)
    const small = await shrunk(file).catch(() => null)
    wait(false)
    if (small) onFile(small)
    else tell(`“${file.name}”无法作为图片打开，可能已损坏，请换一张`)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    hover(false)
    void take(event.dataTransfer.files[0])
  }
  const sending = sent !== null && sent !== undefined
  return (
    <div className="stack tight">
      <label
        htmlFor={id}
        className={over ? 'drop over' : 'drop'}
        onDrop={drop}
        onDragOver={(event) => {
          event.preventDefault()
          hover(true)
        }}
        onDragLeave={() => hover(false)}
      >
        <CloudUploadOutlined style={{ fontSize: 32 }} aria-hidden />
        <div className="drop-title">选择或拖入{title}</div>
        <div className="quiet">支持 {endings.map((ending) => ending.slice(1)).join('、')}，不超过 20 MB</div>
        {shrink && <div className="quiet">{shrinking ? '正在缩小图片……' : '图片会先缩小，并去除拍摄地点等信息'}</div>}
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={endings.join(',')}
          disabled={sending || shrinking}
          onChange={({ target }) => {
            void take(target.files?.[0])
            target.value = ''
          }}
        />
      </label>
      {sending && (
        <div role="status">
          <Progress percent={Math.round(sent * 100)} aria-label="上传进度" />
          {sent >= 1 ? '已上传，正在读取……' : '正在上传……'}
        </div>
      )}
      {trouble && <Notice tone="error">{trouble}</Notice>}
    </div>
  )
}

function complain({ name, size }: File, endings: readonly string[]): string | null {
  if (!endings.some((ending) => name.toLowerCase().endsWith(ending)))
    return `“${name}”的格式不受支持，请选择 ${endings.join('、')} 文件`
  if (size === 0) return `“${name}”是空文件，请重新选择`
  if (size > limit) return `“${name}”超过 20 MB，请精简后再上传`
  return null
}
