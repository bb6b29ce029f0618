/**
 * What login keeps: accounts, sessions, second factors, failed attempts and the record of sign-ins, in the schema `auth`.
 *
 * Only the database role of login reaches it; the role that serves everyone has no grant here at all. The columns of
 * the first five tables are better-auth's, with a few of ours named below.
 */
import { sql } from 'drizzle-orm'
import * as pg from 'drizzle-orm/pg-core'
import { roles } from '../context.ts'

export const auth = pg.pgSchema('auth')

const login = sql`current_user = 'mantianxing_auth'`
const loginOnly = (name: string) => pg.pgPolicy(`${name}_login`, { for: 'all', using: login, withCheck: login })

const instant = () => pg.timestamp({ withTimezone: true, mode: 'date' })
const stamps = () => ({ createdAt: instant().notNull().defaultNow(), updatedAt: instant().notNull().defaultNow() })
const ofUser = () =>
  pg
    .text()
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' })

export const signInEvents = {
  entered: '登录成功',
  challenged: '密码正确，待动态口令',
  refused: '登录失败',
  locked: '锁定期间尝试登录',
  left: '退出登录',
} as const
export const signInMethods = { password: '账号密码', totp: '动态口令', oidc: '统一身份认证' } as const
const keysOf = <K extends string>(of: Record<K, string>) => Object.keys(of) as [K, ...K[]]

export const user = auth.table(
  'user',
  {
    id: pg.text().primaryKey(),
    /** Ours. */
    region: pg.text().notNull(),
    name: pg.text().notNull(),
    username: pg.text().notNull().unique('user_username'),
    /** The library wants one; ours is made of the user name and leads nowhere. */
    email: pg.text().notNull().unique('user_email'),
    emailVerified: pg.boolean().notNull().default(true),
    image: pg.text(),
    twoFactorEnabled: pg.boolean().notNull().default(false),
    /** Ours: the password was given by someone else. */
    mustChange: pg.boolean().notNull().default(true),
    /** Ours: closed by the security administrator. */
    locked: pg.boolean().notNull().default(false),
    ...stamps(),
  },
  () => [loginOnly('user')],
)

export const session = auth.table(
  'session',
  {
    id: pg.text().primaryKey(),
    token: pg.text().notNull().unique('session_token'),
    userId: ofUser(),
    expiresAt: instant().notNull(),
    ipAddress: pg.text(),
    userAgent: pg.text(),
    /** Ours: the last sign of life, for the idle limit. */
    seenAt: instant().notNull().defaultNow(),
    /** Ours: how it began; `totp` is password and one-time code. */
    method: pg
      .text({ enum: keysOf(signInMethods) })
      .notNull()
      .default('password'),
    /** Ours: the post its holder chose to act in. */
    post: pg.uuid(),
    ...stamps(),
  },
  (self) => [pg.index('session_user').on(self.userId), loginOnly('session')],
)

export const account = auth.table(
  'account',
  {
    id: pg.text().primaryKey(),
    accountId: pg.text().notNull(),
    providerId: pg.text().notNull(),
    userId: ofUser(),
    accessToken: pg.text(),
    refreshToken: pg.text(),
    idToken: pg.text(),
    accessTokenExpiresAt: instant(),
    refreshTokenExpiresAt: instant(),
    scope: pg.text(),
    password: pg.text(),
    ...stamps(),
  },
  (self) => [
    pg.unique('account_once').on(self.providerId, self.accountId),
    pg.unique('account_one_each').on(self.userId, self.providerId),
    loginOnly('account'),
  ],
)

export const verification = auth.table(
  'verification',
  {
    id: pg.text().primaryKey(),
    identifier: pg.text().notNull(),
    value: pg.text().notNull(),
    expiresAt: instant().notNull(),
    ...stamps(),
  },
  (self) => [pg.index('verification_identifier').on(self.identifier), loginOnly('verification')],
)

export const twoFactor = auth.table(
  'two_factor',
  {
    id: pg.text().primaryKey(),
    userId: ofUser(),
    secret: pg.text().notNull(),
    backupCodes: pg.text().notNull(),
    verified: pg.boolean().notNull().default(false),
    failedVerificationCount: pg.integer().notNull().default(0),
    lockedUntil: instant(),
  },
  (self) => [pg.unique('two_factor_user').on(self.userId), loginOnly('two_factor')],
)

/** Wrong passwords in a row, by user name: names nobody has are locked alike, so that a lock tells nothing. */
export const lockout = auth.table(
  'lockout',
  {
    username: pg.text().primaryKey(),
    region: pg.text().notNull(),
    failures: pg.integer().notNull(),
    until: instant(),
  },
  () => [loginOnly('lockout')],
)

/** Who came, who was turned away and who left. Append-only; auditors read it in the journal. */
export const signIn = auth.table(
  'sign_in',
  {
    id: pg.uuid().primaryKey().defaultRandom(),
    at: instant().notNull().defaultNow(),
    region: pg.text().notNull(),
    username: pg.text().notNull(),
    /** Empty when the name belongs to nobody. */
    account: pg.text(),
    event: pg.text({ enum: keysOf(signInEvents) }).notNull(),
    method: pg.text({ enum: keysOf(signInMethods) }).notNull(),
    ip: pg.text(),
    agent: pg.text(),
  },
  (self) => [
    pg.index('sign_in_account').on(self.account, self.at),
    pg.pgPolicy('sign_in_see', { for: 'select', using: login }),
    pg.pgPolicy('sign_in_add', { for: 'insert', withCheck: login }),
  ],
)

/** What login may know of people: a view (made in the migration) over person, post and organisation, one row per post. */
export const standing = auth
  .view('standing', {
    account: pg.text().notNull(),
    region: pg.text().notNull(),
    person: pg.uuid().notNull(),
    name: pg.text().notNull(),
    post: pg.uuid(),
    role: pg.text({ enum: keysOf(roles) }),
    title: pg.text(),
    org: pg.uuid(),
    orgName: pg.text(),
    since: pg.date({ mode: 'string' }),
    until: pg.date({ mode: 'string' }),
  })
  .existing()
