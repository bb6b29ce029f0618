/** How pages ask the server: typed by the actions themselves (types only, no code), so there is no generated client. */
import type { z } from 'zod'
import type { AllModules } from '#modules/index.ts'
import type { Action, Kind } from '#platform/action.ts'

// biome-ignore-start lint/suspicious/noExplicitAny: type plumbing, an action of any input and output
type Paths<K extends Kind> = {
  [M in keyof AllModules & string]: {
    [A in keyof AllModules[M] & string]: AllModules[M][A] extends Action<K, any, any> ? `${M}/${A}` : never
  }[keyof AllModules[M] & string]
}[keyof AllModules & string]
type At<P> = P extends `${infer M}/${infer A}`
  ? M extends keyof AllModules
    ? A extends keyof AllModules[M]
      ? AllModules[M][A]
      : never
    : never
  : never
export type In<P> = At<P> extends Action<any, infer I, any> ? z.input<I> : never
export type Out<P> = At<P> extends Action<any, any, infer O> ? z.output<O> : never
// biome-ignore-end lint/suspicious/noExplicitAny: end of type plumbing
export type Queries = Paths<'query'>
export type Commands = Paths<'command'>

/** What the server refused, or that it could not be reached, in the sentence to show. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly detail: unknown
  constructor(status: number, code: string, message: string, detail?: unknown) {
    super(message)
    this.status = status
    this.code = code
    this.detail = detail
  }
}

const offline = () => new Refusal(0, 'offline', '网络连接中断，请检查网络后重试')
const garbled = (status: number) => new Refusal(status, 'unavailable', '服务暂时不可用，请稍后再试')

/** TanStack options of a query: `useQuery(query('org/list', {}))`. */
export const query = <P extends Queries>(path: P, input: In<P>) => ({
  queryKey: [path, input] as const,
  queryFn: ({ signal }: { signal?: AbortSignal } = {}): Promise<Out<P>> => ask<Out<P>>(urlOf(path, input), { signal }),
})

/** TanStack options of a command: `useMutation(command('org/save'))`. */
export const command = <P extends Commands>(path: P) => ({
  mutationKey: [path] as const,
  mutationFn: (input: In<P>): Promise<Out<P>> => post<Out<P>>(`/api/${path}`, input),
})

type Sent<P> = Omit<In<P>, 'file'> & { file: File; onProgress?: (part: number) => void }

/** A command with one file; `onProgress` is told the part sent, 0—1. */
export const upload = <P extends Commands>(path: P) => ({
  mutationKey: [path] as const,
  mutationFn: ({ file, onProgress, ...input }: Sent<P>): Promise<Out<P>> => send<Out<P>>(path, input, file, onProgress),
})

/** Asks for a file and hands it to the browser to save: `useMutation(download('plan/original'))`. */
export const download = <P extends Queries>(path: P) => ({
  mutationKey: [path] as const,
  mutationFn: async (input: In<P>): Promise<void> => {
    const answer = await reach(urlOf(path, input))
    if (!answer.ok) throw await refusalIn(answer)
    save(await answer.blob(), nameIn(answer.headers.get('content-disposition')) ?? '下载')
  },
})

export const post = <T>(url: string, body: unknown): Promise<T> =>
  ask<T>(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

export async function ask<T>(url: string, init?: RequestInit): Promise<T> {
  const answer = await reach(url, init)
  if (!answer.ok) throw await refusalIn(answer)
  return (await answer.json().catch(() => {
    throw garbled(answer.status)
  })) as T
}

const urlOf = (path: string, input: unknown) => `/api/${path}?input=${encodeURIComponent(JSON.stringify(input))}`

const reach = (url: string, init?: RequestInit) =>
  fetch(url, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw offline()
  })

type Told = { code?: string; message?: string; detail?: unknown }
const refusalOf = (status: number, told: Told | null) => {
  if (told?.code === 'anonymous') leaveForLogin()
  return told?.message ? new Refusal(status, told.code ?? 'refused', told.message, told.detail) : garbled(status)
}
const refusalIn = async (answer: Response) => refusalOf(answer.status, (await answer.json().catch(() => null)) as Told | null)

/** To the login page and back again, once the session has ended. */
function leaveForLogin(): void {
  const { pathname, search } = window.location
  if (pathname.startsWith('/login')) return
  window.location.assign(`/login?to=${encodeURIComponent(pathname + search)}`)
}

/** XMLHttpRequest, because fetch cannot tell how much it has sent. */
const send = <T>(path: string, input: unknown, file: File, onProgress?: (part: number) => void) =>
  new Promise<T>((resolve, reject) => {
    const form = new FormData()
    form.append('input', JSON.stringify(input))
    form.append('file', file, file.name)
    const request = new XMLHttpRequest()
    request.open('POST', `/api/${path}`)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0)
    request.onerror = () => reject(offline())
    request.onload = () =>
      request.status < 300 ? resolve(request.response as T) : reject(refusalOf(request.status, request.response as Told | null))
    request.send(form)
  })

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

const nameIn = (disposition: string | null) => {
  const encoded = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  return encoded ? decodeURIComponent(encoded) : null
}
