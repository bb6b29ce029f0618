/** What may be told to the user. Everything else that is thrown is a bug and is answered only with 系统错误. */

type Status = 400 | 401 | 403 | 404 | 409 | 413 | 423 | 429 | 503

export class Problem extends Error {
  readonly status: Status
  readonly code: string
  /** Machine-readable particulars, e.g. zod issues or the list of bad cells. */
  readonly detail: unknown
  constructor(status: Status, code: string, message: string, detail?: unknown) {
    super(message)
    this.status = status
    this.code = code
    this.detail = detail
  }
}

export const invalid = (message: string, detail?: unknown) => new Problem(400, 'invalid', message, detail)
export const anonymous = (message = '请先登录') => new Problem(401, 'anonymous', message)
export const denied = (message = '您没有办理该事项的权限') => new Problem(403, 'denied', message)
export const missing = (what: string) =>
  new Problem(404, 'missing', `没有找到该${what}，它可能已被移除，或不在您可以查看的范围内`)
export const conflict = (message: string) => new Problem(409, 'conflict', message)
export const tooLarge = (message: string) => new Problem(413, 'too-large', message)
export const unavailable = (message: string) => new Problem(503, 'unavailable', message)
