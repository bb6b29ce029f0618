/** Who acts, on which database, at what moment: the whole outside world of an action, passed as one argument. */
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/** The parts a person can play. 三员分立: system, security and audit administrators are never one person. */
export const roles = {
  leader: '区领导',
  office: '领导小组办公室（牵头单位）',
  department: '部门',
  park: '园城',
  town: '镇街',
  statistician: '统计人员',
  enterprise: '企业',
  institution: '机构',
  public: '公众',
  sysadmin: '系统管理员',
  secadmin: '安全管理员',
  auditor: '审计管理员',
  system: '系统',
} as const
export type Role = keyof typeof roles

/** Roles that work inside the government office door. */
export const officials = ['leader', 'office', 'department', 'park', 'town', 'statistician'] as const satisfies Role[]
export const isOfficial = (role: Role): boolean => officials.some((one) => one === role)
export const administrators = ['sysadmin', 'secadmin', 'auditor'] as const satisfies Role[]

/** `id` is the person's; `login` is the session he came in by, when he came in at the door. */
export type Actor = { id: string; name: string; role: Role; org: string | null; region: string; login?: string }
export type Db = PgDatabase<PgQueryResultHKT>

/**
 * `db` already carries the actor's row rights; `now` is the product's clock;
 * `today` is its calendar day (YYYY-MM-DD) in China.
 */
export type Ctx = { db: Db; actor: Actor; now: Date; today: string }

export const visitor = (region: string): Actor => ({ id: 'public', name: '访客', role: 'public', org: null, region })
/** The machine itself: jobs and seeding. Nobody can log in as it. */
export const machine = (region: string): Actor => ({ id: 'system', name: '系统', role: 'system', org: null, region })
