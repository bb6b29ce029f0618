/** Accounts as the security administrator sees them: who may come in, in which posts, with which second factor. */
import { z } from 'zod'
import { post } from '#modules/org/model.ts'
import { type Role, roles } from '#platform/context.ts'
import { oneOf, text } from '#platform/fields.ts'

export const username = text('账号', 40)
  .toLowerCase()
  .regex(/^[a-z0-9._-]{3,40}$/, '账号为 3—40 位，只能使用字母、数字、点、下划线和连字符')

/** A post as its holder, or whoever keeps accounts, sees it. */
export const held = z.object({
  id: z.uuid(),
  role: oneOf('角色', roles),
  title: z.string(),
  org: z.uuid(),
  orgName: z.string(),
  since: z.string(),
  until: z.string().nullable(),
})
type Row = { post: string; role: Role; title: string; org: string; orgName: string; since: string; until: string | null }
export const heldOf = ({ post, role, title, org, orgName, since, until }: Row): z.infer<typeof held> => ({
  id: post,
  role,
  title,
  org,
  orgName,
  since,
  until,
})

export const newPost = post.omit({ person: true, until: true })

export const me = z.object({
  signedIn: z.boolean(),
  person: z.uuid().nullable(),
  name: z.string(),
  username: z.string().nullable(),
  region: z.string(),
  role: oneOf('角色', roles),
  org: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** The post acted in now, and all that are valid today. */
  post: z.uuid().nullable(),
  posts: z.array(held),
  /** What is still to be done before this login may act. */
  pending: z.enum(['password', 'second-factor']).nullable(),
  secondFactor: z.object({ required: z.boolean(), enabled: z.boolean() }),
})

export const accountRow = z.object({
  id: z.string(),
  username: z.string(),
  person: z.uuid().nullable(),
  name: z.string(),
  posts: z.array(held),
  /** Closed by the security administrator. */
  locked: z.boolean(),
  /** Locked by wrong passwords or codes until then. */
  lockedUntil: z.string().nullable(),
  mustChange: z.boolean(),
  secondFactor: z.boolean(),
  lastSignIn: z.string().nullable(),
})

/** Why an outside identity was turned away: the login page is given the word, people are told the sentence. */
export const refusals = {
  unbound: '该身份尚未绑定本平台账号，请联系安全管理员',
  closed: '该账号已停用，请联系安全管理员',
  cancelled: '您取消了统一身份认证登录',
  failed: '统一身份认证登录未能完成，请重试',
} as const
