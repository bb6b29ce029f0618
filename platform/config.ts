/** Settings, read once at start from the environment and the command line. */
import { isAbsolute, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { invalid } from './problem.ts'

const settings = z.object({
  /** Any PostgreSQL ≥ 15; without it the embedded one in `dataDirectory` is used. */
  databaseUrl: z
    .string()
    .regex(/^postgres(ql)?:\/\/[^/]+\/.+/, 'DATABASE_URL 应形如 postgres://用户:密码@主机:5432/库名')
    .refine(URL.canParse, 'DATABASE_URL 应形如 postgres://用户:密码@主机:5432/库名')
    .nullable(),
  dataDirectory: z.string(),
  port: z.coerce
    .number({ error: '端口应为 1—65535 的整数' })
    .int('端口应为 1—65535 的整数')
    .min(1, '端口应为 1—65535 的整数')
    .max(65535, '端口应为 1—65535 的整数'),
  host: z.string(),
  /** Address users type, for links, cookies and OIDC. */
  publicUrl: z.string().nullable(),
  region: z.string().regex(/^\d{6}$/, '行政区划代码应为六位数字'),
  /** The product's clock starts at this day; null = real time; 'demo' = the demo district's own day. */
  asOf: z.string().nullable(),
  demo: z.boolean(),
  journalHash: z.enum(['sha256', 'sm3'], { error: '日志摘要算法只能是 sha256 或 sm3' }),
  oidc: z
    .object({
      issuer: z.string(),
      clientId: z.string(),
      clientSecret: z.string(),
      name: z.string(),
      claim: z.string().optional(),
    })
    .nullable(),
  /** Where e-mail is handed in, and in whose name. */
  mail: z
    .object({
      url: z
        .string()
        .regex(/^smtps?:\/\//, 'MANTIANXING_SMTP 应形如 smtp://用户:密码@主机:587')
        .refine(URL.canParse, 'MANTIANXING_SMTP 应形如 smtp://用户:密码@主机:587'),
      from: z
        .string()
        .regex(/^[^@]*[^@\s<]+@[^@\s>]+>?$/, 'MANTIANXING_MAIL_FROM 应为发件地址，如 满天星 <notice@example.gov.cn>'),
    })
    .nullable(),
})
export type Mail = NonNullable<Config['mail']>
export type Config = z.infer<typeof settings>

const absolute = (path: string) => (isAbsolute(path) ? path : resolve(path))

/**
 * Reads `--port --host --as-of --data --no-demo` and DATABASE_URL, PORT, HOST, PUBLIC_URL, MANTIANXING_*.
 * Throws a Problem naming the setting that is wrong.
 */
export function readConfig(args: string[], env: NodeJS.ProcessEnv = process.env): Config {
  let values: { port?: string; host?: string; 'as-of'?: string; data?: string; 'no-demo'?: boolean }
  try {
    values = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        'as-of': { type: 'string' },
        data: { type: 'string' },
        'no-demo': { type: 'boolean' },
      },
    }).values
  } catch {
    throw invalid(`启动参数“${args.join(' ')}”无法识别，可用参数：--port、--host、--as-of、--data、--no-demo`)
  }
  const parsed = settings.safeParse({
    databaseUrl: env.DATABASE_URL || null,
    dataDirectory: absolute(values.data ?? env.MANTIANXING_DATA ?? join(process.cwd(), '.data')),
    port: values.port ?? env.PORT ?? 8080,
    host: values.host ?? env.HOST ?? '127.0.0.1',
    publicUrl: env.PUBLIC_URL || null,
    region: env.MANTIANXING_REGION ?? '500109',
    asOf: values['as-of'] ?? env.MANTIANXING_AS_OF ?? null,
    demo: !values['no-demo'] && env.MANTIANXING_DEMO !== 'off',
    journalHash: env.MANTIANXING_JOURNAL_HASH ?? 'sha256',
    oidc: env.OIDC_ISSUER
      ? {
          issuer: env.OIDC_ISSUER,
          clientId: env.OIDC_CLIENT_ID ?? '',
          clientSecret: env.OIDC_CLIENT_SECRET ?? '',
          name: env.OIDC_NAME ?? '统一身份认证',
          claim: env.OIDC_CLAIM,
        }
      : null,
    mail: env.MANTIANXING_SMTP ? { url: env.MANTIANXING_SMTP, from: env.MANTIANXING_MAIL_FROM ?? '' } : null,
  })
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.message ?? '启动设置有误')
  return parsed.data
}
