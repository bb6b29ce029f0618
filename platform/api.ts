/** Projection: actions → HTTP. Queries are `GET /api/module/action?input=JSON`, commands `POST` JSON or multipart. */
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Action, actionsOf, admit, type Modules } from './action.ts'
import type { Actor } from './context.ts'
import { isFile } from './fields.ts'
import { invalid, Problem, tooLarge } from './problem.ts'
import type { Session } from './session.ts'

export const uploadLimit = 20 * 1024 * 1024

export type Door = {
  /** By the database role an action runs on. */
  sessions: { app: Session; auth: Session }
  actorOf(request: FastifyRequest, action?: { unfinished?: true }): Promise<Actor>
}

export async function serveActions(app: FastifyInstance, modules: Modules, { sessions, actorOf }: Door): Promise<void> {
  await app.register(multipart, { limits: { fileSize: uploadLimit, files: 1, fields: 4 } })
  for (const [path, action] of actionsOf(modules)) {
    app.route({
      method: action.kind === 'query' ? 'GET' : 'POST',
      url: `/api/${path}`,
      handler: async (request, reply) => {
        const actor = await actorOf(request, action)
        admit(action, actor)
        // What one may see is nobody else's, and nothing of it stays behind on shared machines.
        reply.header('cache-control', 'no-store')
        const input = action.kind === 'query' ? inputIn(request) : await bodyOf(request)
        const output = await sessions[action.database ?? 'app'].run(actor, path, (ctx) => action(ctx, input))
        if (!isFile(action.output, 'download')) return reply.send(output ?? null)
        const file = output as Download
        if (file.digest) {
          letKeep(reply, file.digest, actor)
          if (request.headers['if-none-match']?.includes(file.digest)) return reply.status(304).send()
        }
        return sendFile(reply, file)
      },
    })
  }
}

function inputIn(request: FastifyRequest): unknown {
  const { input } = request.query as { input?: string }
  return input === undefined ? {} : readJson(input)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('请求参数不是有效的 JSON')
  }
}

/** JSON as it is; multipart: the field `input` is JSON, the one file joins it as `file`. */
async function bodyOf(request: FastifyRequest): Promise<unknown> {
  if (!request.isMultipart()) return request.body ?? {}
  const part = await request.file().catch(() => {
    throw invalid('上传的内容不完整，请重新上传')
  })
  if (!part) throw invalid('请选择要上传的文件')
  const bytes = await part.toBuffer().catch((error: { code?: string }) => {
    if (error.code !== 'FST_REQ_FILE_TOO_LARGE') throw invalid(`文件“${part.filename}”没有传完，请重新上传`)
    throw tooLarge(`文件“${part.filename}”超过 ${uploadLimit / 1024 / 1024} MB，请精简后再上传`)
  })
  const { value } = (part.fields.input ?? {}) as { value?: string }
  const input = value ? readJson(value) : {}
  return { ...(typeof input === 'object' ? input : {}), file: { name: part.filename, bytes } }
}

type Download = { name: string; type: string; bytes: Uint8Array; digest?: string }
const sendFile = (reply: FastifyReply, { name, type, bytes, digest }: Download) =>
  reply
    .header('content-disposition', `${digest ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('x-content-type-options', 'nosniff')
    .type(type)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))

/** A file never changes. A visitor's is anybody's for a week; whoever is signed in asks each time whether he still may see it. */
const letKeep = (reply: FastifyReply, digest: string, { role }: Actor) =>
  reply
    .header('etag', `"${digest}"`)
    .header('cache-control', role === 'public' ? 'public, max-age=604800, immutable' : 'private, no-cache')

/** Problems are told; anything else is logged in full and answered in one calm sentence. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error instanceof Problem) {
      const { status, code, message, detail } = error
      return reply.status(status).send({ code, message, detail })
    }
    if (error.statusCode === 429) return reply.status(429).send({ code: 'busy', message: '操作过于频繁，请稍候再试' })
    if (error.statusCode === 413) return reply.status(413).send({ code: 'too-large', message: '提交的内容过大' })
    if (error.statusCode && error.statusCode < 500)
      return reply.status(error.statusCode).send({ code: 'invalid', message: '请求格式有误' })
    request.log.error({ err: error }, 'unexpected')
    return reply.status(500).send({ code: 'bug', message: '系统出现故障，您的操作没有生效，请稍后再试' })
  })
}

const jsonSchema = (schema: z.ZodType) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Record<string, unknown>
  return rest
}

/** OpenAPI 3.1 of all actions; committed as docs/generated/openapi.json. */
export const openapi = (modules: Modules) => ({
  openapi: '3.1.0',
  info: { title: '满天星行动平台', version: '1', license: { name: 'Apache-2.0' } },
  paths: Object.fromEntries(actionsOf(modules).map(([path, action]) => [`/api/${path}`, operation(path, action)])),
})

const operation = (path: string, action: Action) => {
  const input = jsonSchema(action.input)
  const multipartBody = isFile((action.input as unknown as z.ZodObject).shape?.file as z.ZodType | undefined, 'upload')
  return {
    [action.kind === 'query' ? 'get' : 'post']: {
      operationId: path.replace('/', '_'),
      summary: action.label,
      tags: [path.split('/')[0]],
      ...(action.kind === 'query'
        ? { parameters: [{ name: 'input', in: 'query', content: { 'application/json': { schema: input } } }] }
        : { requestBody: { content: { [multipartBody ? 'multipart/form-data' : 'application/json']: { schema: input } } } }),
      responses: {
        200: isFile(action.output, 'download')
          ? { description: action.label, content: { 'application/octet-stream': {} } }
          : { description: action.label, content: { 'application/json': { schema: jsonSchema(action.output) } } },
        default: { description: '不能办理的原因', content: { 'application/json': { schema: problemSchema } } },
      },
    },
  }
}

const problemSchema = {
  type: 'object',
  properties: { code: { type: 'string' }, message: { type: 'string' }, detail: {} },
  required: ['code', 'message'],
}
