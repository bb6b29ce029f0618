/** The forms of the login page, one for each step. */
import { useState } from 'react'
import { Refusal } from '../client.ts'
import { Act } from '../ui/buttons.tsx'
import { Notice } from '../ui/dialog.tsx'
import { FieldBox, FormBox } from '../ui/form/form-box.tsx'
import { CodeInput, PasswordInput, TextInput } from '../ui/form/inputs.tsx'
import { changePassword, enter, verify, verifyBackup } from './door.ts'

export const wanted = (sentence: string) => (value: unknown) => (value ? null : sentence)

type Entered = (secondFactor: boolean, password: string) => Promise<void>
export const PasswordForm = ({ onEntered }: { onEntered: Entered }) => (
  <FormBox
    save="登录"
    onSave={async ({ username, password }) => {
      const { secondFactor } = await enter(String(username), String(password))
      await onEntered(secondFactor, String(password))
    }}
  >
    <FieldBox name="username" title="账号" check={wanted('请填写账号')}>
      <TextInput autoComplete="username" />
    </FieldBox>
    <FieldBox name="password" title="密码" check={wanted('请填写密码')}>
      <PasswordInput autoComplete="current-password" />
    </FieldBox>
  </FormBox>
)

export function CodeForm({ onDone, onBack }: { onDone: () => Promise<void>; onBack: () => void }) {
  const [backup, change] = useState(false)
  return (
    <>
      <FormBox
        key={backup ? 'backup' : 'code'}
        save="确认"
        onCancel={onBack}
        onSave={async ({ code }) => {
          await (backup ? verifyBackup : verify)(String(code))
          await onDone()
        }}
      >
        {backup ? (
          <FieldBox
            name="code"
            title="备用码"
            hint="启用动态口令时保存的备用码，每个只能使用一次。"
            check={wanted('请填写备用码')}
          >
            <TextInput autoComplete="off" />
          </FieldBox>
        ) : (
          <FieldBox name="code" title="动态口令" hint="请输入身份验证器当前显示的 6 位数字。" check={wanted('请填写动态口令')}>
            <CodeInput />
          </FieldBox>
        )}
      </FormBox>
      <Act inline onClick={() => change(!backup)}>
        {backup ? '改用动态口令' : '无法取得动态口令，改用备用码'}
      </Act>
    </>
  )
}

type NewPassword = {
  current: string | null
  onDone: () => Promise<unknown> | unknown
  onPassword?: (password: string) => void
  voluntary?: boolean
}

/** At a first login, and by one's own wish later. */
export function NewPasswordForm({ current, onDone, onPassword, voluntary }: NewPassword) {
  return (
    <>
      {!voluntary && <Notice tone="info">您使用的是初始密码，请先设置新密码。</Notice>}
      <FormBox
        save="修改密码"
        onSave={async ({ old, fresh, again }) => {
          if (fresh !== again) throw new Refusal(400, 'invalid', '两次输入的新密码不一致')
          await changePassword(current ?? String(old), String(fresh))
          onPassword?.(String(fresh))
          await onDone()
        }}
      >
        {current === null ? (
          <FieldBox name="old" title="当前密码" check={wanted('请填写当前密码')}>
            <PasswordInput autoComplete="current-password" />
          </FieldBox>
        ) : null}
        <FieldBox
          name="fresh"
          title="新密码"
          hint="至少 10 位，包含大写字母、小写字母、数字、符号中的至少三种，不能包含账号。"
          check={wanted('请填写新密码')}
        >
          <PasswordInput autoComplete="new-password" />
        </FieldBox>
        <FieldBox name="again" title="再次输入新密码" check={wanted('请再次输入新密码')}>
          <PasswordInput autoComplete="new-password" />
        </FieldBox>
      </FormBox>
    </>
  )
}
