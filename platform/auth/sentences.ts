/** The login library's refusals in the user's words. */
import { APIError } from 'better-auth/api'
import { anonymous, invalid, Problem } from '../problem.ts'

type Told = [status: Problem['status'], code: string, sentence: string]
const sentences: Record<string, Told> = {
  INVALID_CODE: [401, 'wrong-code', '动态口令不正确，请输入当前显示的 6 位数字'],
  INVALID_BACKUP_CODE: [401, 'wrong-code', '备用码不正确或已经用过'],
  INVALID_TWO_FACTOR_COOKIE: [401, 'anonymous', '登录已超时，请重新输入账号和密码'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [401, 'anonymous', '动态口令输错次数过多，请重新输入账号和密码'],
  TOTP_NOT_ENABLED: [400, 'invalid', '尚未启用动态口令'],
  PROVIDER_NOT_FOUND: [503, 'unavailable', '统一身份认证暂时无法连接，请稍后再试或使用账号密码登录'],
}
export const wrongPassword = [
  'INVALID_USERNAME_OR_PASSWORD',
  'INVALID_USERNAME',
  'USERNAME_TOO_SHORT',
  'USERNAME_TOO_LONG',
  'INVALID_PASSWORD',
  'CREDENTIAL_ACCOUNT_NOT_FOUND',
]

export const codeOf = (error: unknown): string => (error instanceof APIError ? String(error.body?.code ?? '') : '')

/** A refusal of the library as a Problem; what is no refusal passes through unchanged. */
export function explainLogin(error: unknown): unknown {
  if (!(error instanceof APIError) || error.statusCode >= 500) return error
  const code = codeOf(error)
  if (sentences[code]) return new Problem(...sentences[code])
  // Our own refusals from within the library come with a sentence.
  if (own[code]) return new Problem(own[code], code, error.message)
  if (error.statusCode === 401) return anonymous()
  return invalid('登录请求未能办理，请刷新页面后重试')
}

const own: Record<string, Problem['status']> = { closed: 403, locked: 423, 'wrong-code': 401 }

/** Why an outside identity was turned away, from the code in the library's redirect; modules/account/model.ts has the words. */
export function refusalOf(code: string): 'unbound' | 'closed' | 'cancelled' | 'failed' {
  if (unbound.includes(code)) return 'unbound'
  if (code === 'closed') return 'closed'
  return code === 'access_denied' ? 'cancelled' : 'failed'
}
const unbound = ['email_not_found', 'signup_disabled', 'account_not_linked', 'unable_to_link_account']
