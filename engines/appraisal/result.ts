/** What an appraisal comes to, with every step that led there. Points are whole ten-thousandths. */
import type { Value } from './scheme.ts'

/** `sentence` is what a person reads; the steps in their order lead from the value to the points. */
export type Step = { sentence: string }
export type ItemScore = {
  code: string
  title: string
  /** After what other items' exemption added to it. */
  weight: number
  value: Value | null
  target: number | null
  /** Among the group, where points depend on it. */
  place: number | null
  /** Null while the data is not there. */
  points: number | null
  exempt: string | null
  steps: readonly Step[]
}
export type ExtraScore = { code: string; title: string; points: number | null; steps: readonly Step[] }
export type VetoFound = { code: string; title: string; grade: string; sentence: string }
export type SubjectScore = {
  id: string
  name: string
  items: readonly ItemScore[]
  extras: readonly ExtraScore[]
  vetoes: readonly VetoFound[]
  /** Null while any part of it is. */
  points: number | null
  /** What is there already, and what it can still become. */
  least: number
  most: number
  place: number | null
  grade: string | null
  /** Why that grade, when the points alone would say another. */
  gradeWhy: string | null
  /** What would bring most, item by item. */
  lacks: readonly { code: string; points: number; sentence: string }[]
}
export type GroupResult = {
  group: string
  subjects: readonly SubjectScore[] /** Sentences of what is still missing. */
  missing: readonly string[]
}
/** 分; the parts add up to what is given out, and that with the rest to the pot. */
export type Awarded = {
  given: readonly { id: string; amount: number; steps: readonly Step[] }[]
  rest: number
  why: string | null
}
