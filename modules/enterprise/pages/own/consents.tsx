/** What one's enterprise allows: given, narrowed and taken back here. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type directoryFields, purposes } from '#modules/enterprise/model.ts'
import { command } from '#web/client.ts'
import { Act, ConfirmButton, useSay } from '#web/ui/buttons.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Mark } from '#web/ui/figure/light.tsx'
import { ChoicesInput } from '#web/ui/form/inputs.tsx'
import { Panel, Row, Stack, Tiles } from '#web/ui/frame/page.tsx'
import { fieldsInWords, shownFields } from '../consents.tsx'
import type { WholeFile } from '../whole.ts'

type Purpose = keyof typeof purposes
const abouts: Record<Purpose, string> = {
  directory: '在公众门户的企业名录中公开企业名称和您选择的内容。',
  policy: '兑现政策时，可使用本企业报送的数据核验条件。',
  appraisal: '考核评价时，可使用本企业报送的数据。',
}

export function OwnConsents({ of }: { of: WholeFile }) {
  const [choosing, choose] = useState(false)
  return (
    <>
      <Tiles width={320}>
        {(Object.keys(purposes) as Purpose[]).map((purpose) => (
          <One key={purpose} of={of} purpose={purpose} onChoose={() => choose(true)} />
        ))}
      </Tiles>
      <Shown of={of} open={choosing} onClose={() => choose(false)} />
    </>
  )
}

const given = ({ consents }: WholeFile, purpose: Purpose) => consents.find((one) => one.purpose === purpose && one.until === null)

function One({ of, purpose, onChoose }: { of: WholeFile; purpose: Purpose; onChoose: () => void }) {
  const say = useSay()
  const give = useMutation({ ...command('enterprise/giveConsent'), onSuccess: () => say.done('已授权'), onError: say.failed })
  const takeBack = useMutation({
    ...command('enterprise/takeBackConsent'),
    onSuccess: () => say.done('已撤回授权'),
    onError: say.failed,
  })
  const now = given(of, purpose)
  const directory = purpose === 'directory'
  const here = of.file.leftOn === null
  return (
    <Panel title={purposes[purpose]} actions={now ? <Mark tone="good">已授权</Mark> : <Mark>未授权</Mark>}>
      <Stack tight>
        <p>{abouts[purpose]}</p>
        {now && (
          <p className="quiet">
            {now.givenBy} {now.since} 授权{now.fields.length > 0 && `，公开：${fieldsInWords(now.fields)}`}
          </p>
        )}
        <Row>
          {here && directory && <Act onClick={onChoose}>{now ? '调整公开内容' : '授权'}</Act>}
          {here && !directory && !now && (
            <Act busy={give.isPending} onClick={() => give.mutate({ purpose })}>
              授权
            </Act>
          )}
          {now && (
            <ConfirmButton ask={`撤回“${purposes[purpose]}”授权？`} yes="撤回" onConfirm={() => takeBack.mutate({ id: now.id })}>
              撤回授权
            </ConfirmButton>
          )}
        </Row>
      </Stack>
    </Panel>
  )
}

function Shown({ of, open, onClose }: { of: WholeFile; open: boolean; onClose: () => void }) {
  const say = useSay()
  const [fields, choose] = useState<string[]>(given(of, 'directory')?.fields ?? [])
  const give = useMutation({
    ...command('enterprise/giveConsent'),
    onSuccess: () => {
      say.done('已授权')
      onClose()
    },
    onError: say.failed,
  })
  const chosen = fields as (keyof typeof directoryFields)[] // chosen among them
  return (
    <Dialog title="名录中公开的内容" open={open} onClose={onClose}>
      <Stack>
        <ChoicesInput name="公开内容" choices={shownFields} value={fields} onChange={(next) => choose(next ?? [])} />
        <Row>
          <Act main busy={give.isPending} onClick={() => give.mutate({ purpose: 'directory', fields: chosen })}>
            授权公开
          </Act>
          <Act onClick={onClose}>取消</Act>
        </Row>
      </Stack>
    </Dialog>
  )
}
