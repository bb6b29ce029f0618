/** A form and its fields: labels, checks while writing, refusals of the server told in place. */
import { Form } from 'antd'
import { type ReactElement, type ReactNode, useId, useState } from 'react'
import { Refusal } from '../../client.ts'
import { Act } from '../buttons.tsx'
import { Notice } from '../dialog.tsx'
import './form.css'

export type Answers = Record<string, unknown>

type Box = {
  initial?: Answers
  onSave: (answers: Answers) => Promise<unknown>
  onCancel?: () => void
  save?: string
  /** Another way to hand in the same answers: 保存草稿 beside 报送. */
  second?: { word: string; onSave: (answers: Answers) => Promise<unknown> }
  columns?: 1 | 2
  children: ReactNode
}

export function FormBox({ initial, onSave, onCancel, save = '保存', second, columns = 1, children }: Box) {
  const [form] = Form.useForm<Answers>()
  const [busy, work] = useState(false)
  const [trouble, tell] = useState<string | null>(null)
  const hand = (to: Box['onSave']) => async (answers: Answers) => {
    work(true)
    tell(null)
    try {
      await to(answers)
    } catch (error) {
      tell(error instanceof Refusal ? error.message : '内容没有保存，请检查后再试')
    } finally {
      work(false)
    }
  }
  return (
    <Form<Answers>
      form={form}
      // Fields of two forms on one page keep apart.
      name={useId()}
      layout="vertical"
      initialValues={initial}
      onFinish={hand(onSave)}
      scrollToFirstError={{ focus: true }}
      disabled={busy}
      requiredMark="optional"
      noValidate
    >
      <div className={columns === 2 ? 'form-grid two' : 'form-grid'}>{children}</div>
      {trouble && (
        <div className="form-trouble">
          <Notice tone="error">{trouble}</Notice>
        </div>
      )}
      <div className="form-foot">
        <Act main submits busy={busy}>
          {save}
        </Act>
        {second && (
          <Act
            disabled={busy}
            onClick={() =>
              form
                .validateFields()
                .then(hand(second.onSave), ({ errorFields: [first] }: { errorFields: { name: string[] }[] }) => {
                  if (first) form.scrollToField(first.name, { focus: true })
                })
            }
          >
            {second.word}
          </Act>
        )}
        {onCancel && <Act onClick={onCancel}>取消</Act>}
      </div>
    </Form>
  )
}

type Field = {
  name: string
  title: string
  optional?: boolean
  hint?: ReactNode
  /** Over both columns. */
  wide?: boolean
  /** The sentence against a value, or null. */
  check?: (value: unknown) => string | null
  children: ReactElement
}

export const FieldBox = ({ name, title, optional, hint, wide, check, children }: Field) => (
  <Form.Item
    className={wide ? 'wide' : undefined}
    name={name}
    label={title}
    required={!optional}
    extra={hint}
    validateTrigger="onBlur"
    rules={[
      {
        validator: (_, value: unknown) => {
          const sentence = check?.(value)
          return sentence ? Promise.reject(new Error(sentence)) : Promise.resolve()
        },
      },
    ]}
  >
    {children}
  </Form.Item>
)
