/** What a unit says to a matter, with a paper that shows it. */
import { useState } from 'react'
import { z } from 'zod'
import { matterReply } from '#modules/matter/model.ts'
import { Field } from '#web/form.tsx'
import { PaperDrop, usePapered } from '#web/papered.tsx'
import { useSay } from '#web/ui/buttons.tsx'
import { FormBox } from '#web/ui/form/form-box.tsx'
import type { Whole } from '../words.ts'

type Step = 'progress' | 'finish' | 'askDelay' | 'askHelp'
const said: Record<Step, string> = {
  progress: '已报告办理进展',
  finish: '已报告办结，待核实',
  askDelay: '已提交延期申请',
  askHelp: '已请求协调，升级至上一层级',
}
const { text, until } = matterReply.shape
const [plain, longer] = [z.object({ text }), z.object({ text, until: until.unwrap() })]

export function ReplyForm({ of: { matter, replies }, step, onClose }: { of: Whole; step: Step; onClose: () => void }) {
  const say = useSay()
  const [file, keep] = useState<File | null>(null)
  const progress = usePapered('matter/reportProgress')
  const finish = usePapered('matter/finish')
  const askHelp = usePapered('matter/askHelp')
  const askDelay = usePapered('matter/askDelay')
  const { id, evidenceWanted } = matter
  const wanted = step === 'finish' && evidenceWanted !== null && replies.every(({ files }) => files.length === 0)
  return (
    <FormBox
      initial={{ text: null, until: null }}
      save="提交"
      onCancel={onClose}
      onSave={async (answers) => {
        if (step === 'askDelay') await askDelay({ id, ...longer.parse(answers) }, file)
        else await { progress, finish, askHelp }[step]({ id, ...plain.parse(answers) }, file)
        say.done(said[step])
        onClose()
      }}
    >
      <Field name="text" field={text} hint={step === 'askHelp' ? '请写明遇到的问题、已做的工作和希望协调的内容。' : undefined} />
      {step === 'askDelay' && <Field name="until" field={longer.shape.until} hint={`现办理时限 ${matter.dueOn}`} />}
      <div className="wide">
        <PaperDrop title={wanted ? `佐证材料（要求：${evidenceWanted}）` : '佐证材料（可不提供）'} file={file} onFile={keep} />
      </div>
    </FormBox>
  )
}
