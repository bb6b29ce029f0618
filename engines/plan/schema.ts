/** The shape of a plan that has been read: what `plan parse` prints and every caller of the plan engine receives. */
import { z } from 'zod'

/** `[start, end)` in UTF-16 code units of the normalised text that travels with the plan. */
export const span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])

export const comparator = z.enum(['>=', '>', '<=', '<', '=', '~', 'range', 'qualitative'])
export const targetKind = z.enum(['total', 'cumulative', 'new', 'growth-per-year', 'share', 'budget-per-year', 'qualitative'])

/** Values are in base units: 19万平方米 → 190000 ㎡, 100亿元 → 10000000000 元, 30% → 0.3. */
export const target = z.strictObject({
  subject: z.string(),
  comparator,
  value: z.number().nullable(),
  upper: z.number().nullable(),
  unit: z.string().nullable(),
  kind: targetKind,
  year: z.number().int().nullable(),
  scope: z.array(z.string()),
  span,
})

export const passage = z.strictObject({ number: z.string().nullable(), title: z.string(), text: z.string(), span })

export const zone = z.strictObject({
  name: z.string(),
  note: z.string().nullable(),
  carriers: z.array(z.string()),
  brand: z.string().nullable(),
  text: z.string(),
  span,
})

export const group = z.strictObject({ number: z.string().nullable(), title: z.string(), span })

export const task = z.strictObject({
  number: z.string().nullable(),
  group: z.number().int().nullable(),
  title: z.string(),
  text: z.string(),
  lead: z.string().nullable(),
  units: z.array(z.string()),
  span,
})

export const warning = z.strictObject({ message: z.string(), span: span.nullable() })

export const planDocument = z.strictObject({
  text: z.string(),
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: z.iso.date().nullable(),
  period: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
  goals: z.array(passage),
  targets: z.array(target),
  directions: z.array(z.string()),
  zones: z.array(zone),
  groups: z.array(group),
  tasks: z.array(task),
  safeguards: z.array(passage),
  workingGroups: z.array(z.string()),
  copiedTo: z.array(z.string()),
  warnings: z.array(warning),
})

export type Span = z.infer<typeof span>
export type Comparator = z.infer<typeof comparator>
export type TargetKind = z.infer<typeof targetKind>
export type Target = z.infer<typeof target>
export type Passage = z.infer<typeof passage>
export type Zone = z.infer<typeof zone>
export type Group = z.infer<typeof group>
export type Task = z.infer<typeof task>
export type Warning = z.infer<typeof warning>
export type Period = NonNullable<PlanDocument['period']>
export type PlanDocument = z.infer<typeof planDocument>
