/** What a scheme of criteria is: a title an enterprise may hold, with the conditions in force from one day to another. */
import type { FactName } from './facts.ts'

export type Bound = { value: number; inclusive: boolean }

export type Test =
  | { kind: 'range'; lower: Bound | null; upper: Bound | null }
  | { kind: 'is'; yes: boolean }
  | { kind: 'among'; values: string[] }
  /** The standard is not published or not known yet (标准待补). */
  | { kind: 'pending' }

/** One fact, or its share in another, against a test. */
export type Demand = { title: string; fact: FactName; over: FactName | null; test: Test }
/** A case of a choice; it is only considered where all of `when` hold. */
export type Case = { title: string; when: Demand[]; all: Criterion[] }
/** Any one of the cases is enough. */
export type Choice = { title: string; anyOf: Case[] }
export type Criterion = Demand | Choice

export type Source = { title: string; number: string | null; date: string | null; note: string | null }

export type Scheme = {
  code: string
  name: string
  /** Higher ranks stand above lower ones of the same ladder. */
  ladder: { name: string; rank: number } | null
  /** First and last day in force. */
  since: string
  until: string | null
  source: Source
  validYears: number | null
  /** All must hold. */
  criteria: Criterion[]
  /** Count in favour; never decide. */
  bonus: Criterion[]
}

export const isChoice = (criterion: Criterion): criterion is Choice => 'anyOf' in criterion
export const isDemand = (criterion: Criterion): criterion is Demand => !isChoice(criterion)

/** Of every scheme the version in force on the day. */
export const inForce = (schemes: Scheme[], day: string): Scheme[] =>
  schemes.filter(({ since, until }) => since <= day && (until === null || day <= until))
