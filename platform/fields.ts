/**
 * Field vocabulary: every business field is one of these words.
 *
 * A field is a zod type with a Chinese title, nothing more. Table, API, form, Excel and data dictionary all read
 * title and constraint from here, so that each title is written once. Absence is said with `.nullable()`.
 */
import { z } from 'zod'

export type Storage = 'text' | 'uuid' | 'integer' | 'double' | 'money' | 'decimal' | 'date' | 'instant' | 'boolean' | 'json'

const numeric: readonly (Storage | undefined)[] = ['integer', 'double', 'money', 'decimal']
export const isNumeric = (storage: Storage | undefined): boolean => numeric.includes(storage)

declare module 'zod' {
  interface GlobalMeta {
    unit?: string
    storage?: Storage
    options?: Record<string, string>
    ref?: string
    entity?: string
  }
}

export const text = (title: string, max = 200) =>
  z
    .string({ error: `请填写${title}` })
    .trim()
    .min(1, `请填写${title}`)
    .max(max, `${title}不超过 ${max} 个字`)
    .meta({ title, storage: 'text' })

export const count = (title: string, unit = '个') =>
  z
    .int({ error: `${title}应为整数` })
    .nonnegative(`${title}不能为负数`)
    .max(2_000_000_000, `${title}过大`)
    .meta({ title, unit, storage: 'integer' })

/** Nothing a district counts comes near a thousand million million; beyond it whole numbers are no longer exact. */
const largest = 1e15

export const amount = (title: string, unit?: string) =>
  z
    .number({ error: `${title}应为数字` })
    .min(-largest, `${title}过大`)
    .max(largest, `${title}过大`)
    .meta({ title, unit, storage: 'double' })

/** Money in whole yuan: sums are exact. A profit may be negative. */
export const yuan = (title: string) =>
  z
    .int({ error: `${title}应为整数（元）` })
    .min(-largest, `${title}过大`)
    .max(largest, `${title}过大`)
    .meta({ title, unit: '元', storage: 'money' })

/** Exact to the hundredth: kept as a decimal number, summed without loss. Computing goes in whole hundredths. */
const hundredths = (title: string, unit: string) =>
  z
    .number({ error: `${title}应为数字` })
    .min(-1e12, `${title}过大`)
    .max(1e12, `${title}过大`)
    .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-4, `${title}最多保留两位小数`)
    .meta({ title, unit, storage: 'decimal' })

/** Floor area in square metres, as certificates write it. */
export const area = (title: string) => hundredths(title, '㎡').min(0, `${title}不能为负数`)

/** What a unit of something costs: rent a square metre and month. */
export const price = (title: string, unit = '元/㎡·月') => hundredths(title, unit).min(0, `${title}不能为负数`)

/** Money to the fen, where contracts and receipts are. */
export const cash = (title: string) => hundredths(title, '元')

/** Money in whole 分, where it is granted, reserved and paid: nothing is ever lost to rounding. */
export const fen = (title: string) =>
  z
    .int({ error: `${title}应为整数（分）` })
    .min(-largest, `${title}过大`)
    .max(largest, `${title}过大`)
    .meta({ title, unit: '分', storage: 'money' })

/** Of the same years as `year`: a slip of the pen like 0204-06-30 is no day of ours. */
export const day = (title: string) =>
  z.iso
    .date({ error: `${title}应为日期，如 2024-06-30` })
    .refine((day) => day >= '1949-01-01' && day <= '2100-12-31', `${title}的年份应在 1949 至 2100 之间`)
    .meta({ title, storage: 'date' })

export const month = (title: string) =>
  z
    .string()
    .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, `${title}应为年月，如 2024-06`)
    .meta({ title, storage: 'text' })

export const year = (title: string) =>
  z
    .int({ error: `${title}应为四位年份` })
    .min(1949, `${title}应为四位年份`)
    .max(2100, `${title}应为四位年份`)
    .meta({ title, unit: '年', storage: 'integer' })

export const instant = (title: string) => z.string().meta({ title, storage: 'instant' })

export const yes = (title: string) => z.boolean().meta({ title, storage: 'boolean' })

export const oneOf = <const O extends Record<string, string>>(title: string, options: O) =>
  z.enum(Object.keys(options) as (keyof O & string)[], { error: `请选择${title}` }).meta({ title, options, storage: 'text' })

export const ref = (title: string, entity: string) =>
  z.uuid({ error: `请选择${title}` }).meta({ title, ref: entity, storage: 'uuid' })

/** A list of words, e.g. the carriers of a zone. */
export const words = (title: string) => z.array(z.string().trim().min(1).max(500)).max(500).meta({ title, storage: 'json' })

/** A structured value kept as it is; its own schema says what it holds. */
export const structure = <S extends z.ZodType>(title: string, schema: S) => schema.meta({ title, storage: 'json' })

/** An entity: a named zod object. */
export const entity = <S extends z.ZodRawShape>(name: string, title: string, shape: S) =>
  z.object(shape).meta({ entity: name, title })

/** Meta of a field; nullable, optional and default wrappers are peeled off. */
export function metaOf(schema: z.ZodType): z.GlobalMeta {
  const meta = schema.meta()
  if (meta?.title) return meta
  const inner = (schema as { unwrap?: () => z.ZodType }).unwrap?.()
  return inner ? metaOf(inner) : {}
}

/** Column heading of a field as officials write it: 建筑面积（㎡）. */
export function headingOf(schema: z.ZodType): string {
  const { title, unit } = metaOf(schema)
  return unit ? `${title}（${unit}）` : (title ?? '')
}

/** The column of a field: creditCode is kept as credit_code. */
export const columnOf = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export const fieldsOf = (of: z.ZodObject) => Object.entries(of.shape) as [string, z.ZodType][]

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, '请选择要上传的文件')

/** A file sent with a command; the API fills it from a multipart request. */
export const upload = (title: string) =>
  z
    .object({ name: z.string().min(1, '请选择要上传的文件').max(255, '文件名不超过 255 个字，请改短后再上传'), bytes })
    .meta({ title, entity: 'upload' })

/** What a query answers when the user is to get a file; with a digest when it is open to all, and may be kept by browsers. */
export const download = (title: string) =>
  z.object({ name: z.string(), type: z.string(), bytes, digest: z.string().optional() }).meta({ title, entity: 'download' })

export const isFile = (schema: z.ZodType | undefined, way: 'upload' | 'download') => schema?.meta()?.entity === way
