/** Setting up a second factor: scan, keep the backup codes, prove it with one code. */
import { toDataURL } from 'qrcode'
import { useEffect, useState } from 'react'
import { Act, useSay } from '../ui/buttons.tsx'
import { Notice } from '../ui/dialog.tsx'
import { FieldBox, FormBox } from '../ui/form/form-box.tsx'
import { CodeInput, PasswordInput } from '../ui/form/inputs.tsx'
import { Stack } from '../ui/frame/page.tsx'
import { enrol, verify } from './door.ts'
import { wanted } from './steps.tsx'

type Enrolment = { uri: string; backupCodes: string[] }
type EnrolOf = { password: string | null; onDone: () => Promise<unknown> | unknown; voluntary?: boolean }

export function EnrolForm({ password, onDone, voluntary }: EnrolOf) {
  const [begun, begin] = useState<Enrolment | null>(null)
  if (begun) return <Scan {...begun} onDone={onDone} />
  return (
    <Stack>
      {!voluntary && <Notice tone="info">管理员账号须启用动态口令后才能使用。请准备好手机上的身份验证器。</Notice>}
      <FormBox save="下一步" onSave={async (typed) => begin(await enrol(password ?? String(typed.password)))}>
        {password === null ? (
          <FieldBox name="password" title="当前密码" check={wanted('请填写当前密码')}>
            <PasswordInput autoComplete="current-password" />
          </FieldBox>
        ) : null}
      </FormBox>
    </Stack>
  )
}

const secretIn = (uri: string) => new URL(uri).searchParams.get('secret') ?? ''

function Scan({ uri, backupCodes, onDone }: Enrolment & Pick<EnrolOf, 'onDone'>) {
  const say = useSay()
  const [picture, draw] = useState<string | null>(null)
  // A page that came over plain http has no clipboard.
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(backupCodes.join('\n'))
      say.done('备用码已复制')
    } catch {
      say.note('浏览器不允许复制，请手工抄录')
    }
  }
  useEffect(() => {
    toDataURL(uri, { margin: 1, width: 200 }).then(draw, () => draw(null))
  }, [uri])
  return (
    <Stack>
      <ol className="login-steps">
        <li>
          <p>用身份验证器扫描二维码，或手工输入密钥。</p>
          {picture && <img src={picture} alt="动态口令二维码，内容与下方密钥相同" width="200" height="200" />}
          <p>
            密钥：<code className="login-secret">{secretIn(uri)}</code>
          </p>
        </li>
        <li>
          <p>抄录备用码并妥善保管。手机不在身边时，每个备用码可使用一次；离开本页后不再显示。</p>
          <ul className="login-codes">
            {backupCodes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <Act inline onClick={copy}>
            复制备用码
          </Act>
        </li>
        <li>
          <p>输入身份验证器当前显示的 6 位数字，完成启用。</p>
          <FormBox
            save="启用"
            onSave={async ({ code }) => {
              await verify(String(code))
              await onDone()
            }}
          >
            <FieldBox name="code" title="动态口令" check={wanted('请填写动态口令')}>
              <CodeInput />
            </FieldBox>
          </FormBox>
        </li>
      </ol>
    </Stack>
  )
}
