/** Opens an account for a new person with the first post; gives a password to be shown once. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { orgKinds } from '#modules/org/model.ts'
import { roles } from '#platform/context.ts'
import { text } from '#platform/fields.ts'
import { command, query } from '#web/client.ts'
import { RecordForm } from '#web/form.tsx'
import { useFrame } from '#web/session.tsx'
import { Act } from '#web/ui/buttons.tsx'
import { Dialog, Notice } from '#web/ui/dialog.tsx'
import { Facts, Stack } from '#web/ui/frame/page.tsx'
import { LoadingState } from '#web/ui/frame/states.tsx'
import { newPost, username } from '../model.ts'

const asked = z.object({ name: text('姓名', 40), username, ...newPost.shape })
/** The name a login begins with. */
type Given = { username: string; password: string }

/** Parts a person can be given; the public and the machine itself are none. */
export const postRoles = Object.entries(roles)
  .filter(([role]) => role !== 'public' && role !== 'system')
  .map(([value, label]) => ({ value, label }))

export function useOrgChoices() {
  const orgs = useQuery(query('org/list', {})).data ?? []
  return orgs
    .filter(({ kind, until }) => kind !== 'group' && !until)
    .map(({ id, name, kind }) => ({ value: id, label: name, group: orgKinds[kind] }))
}

export function OpenAccount({ open, onClose }: { open: boolean; onClose: () => void }) {
  const orgs = useOrgChoices()
  const today = useFrame()?.today
  const make = useMutation(command('account/open'))
  const [given, give] = useState<Given | null>(null)
  const close = () => {
    give(null)
    onClose()
  }
  return (
    <Dialog title={given ? '账号已开立' : '开立账号'} open={open} onClose={close} wide={!given}>
      {given ? (
        <GivenPassword of={given} onClose={close} />
      ) : !today ? (
        <LoadingState />
      ) : (
        <RecordForm
          of={asked}
          initial={{ since: today }}
          columns={2}
          choices={{ org: orgs, role: postRoles }}
          hints={{ username: '3—40 位字母、数字、点、下划线或连字符。' }}
          save="开立"
          onCancel={close}
          onSave={async ({ name, username, ...post }) => {
            const { password } = await make.mutateAsync({ name, username, posts: [post] })
            give({ username, password })
          }}
        />
      )}
    </Dialog>
  )
}

/** A password made by the system, shown this once. */
export const GivenPassword = ({ of, onClose }: { of: Given; onClose: () => void }) => (
  <Stack>
    <Notice tone="warning">初始密码只显示这一次，请当面或以安全方式告知本人；首次登录须修改。</Notice>
    <Facts
      of={[
        { title: '账号', value: <code>{of.username}</code>, wide: true },
        { title: '初始密码', value: <code style={{ fontSize: 18 }}>{of.password}</code>, wide: true },
      ]}
    />
    <Act main onClick={onClose}>
      已记下
    </Act>
  </Stack>
)
