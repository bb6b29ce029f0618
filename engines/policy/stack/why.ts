/** Why a candidate is not part of the best combination. */
import { money } from '../wording.ts'
import type { Bar, Field } from './field.ts'
import { compareText } from './order.ts'
import { type Cut, opening, pay } from './settle.ts'
import { cutSentence, scopeWords } from './wording.ts'

type Called = (clause: string) => string

export function whyBarred(bar: Bar, called: Called): string {
  if (bar === 'nothing') return '按条款计算为 0 元'
  return `${scopeWords[bar.within]}已享受${called(bar.had)}，不重复享受`
}

export function whyDropped(field: Field, claimed: ReadonlySet<number>, i: number, called: Called): string {
  const { paid } = payments(field, claimed)
  const rivals = field.rivals[i]!.filter((rival) => claimed.has(rival))
  const instead = rivals.filter((rival) => paid[rival]! > 0)
  if (instead.length > 0) return insteadOf(field, paid, instead, i, called)

  const other = payments(field, new Set([...claimed, i].filter((one) => !rivals.includes(one))), i)
  if (other.paid[i] === 0) return other.cuts.map((cut) => cutSentence(cut, called)).join('；')
  const cutBack = field.candidates.flatMap(({ clause }, j) => (other.paid[j]! < paid[j]! ? [clause] : []))
  const loss = sum(paid) - sum(other.paid)
  const outcome = loss > 0 ? `合计反而减少 ${money(loss)}` : '合计并不增加'
  return `如一并享受，${named(cutBack, called)}将相应抵扣或核减，${outcome}`
}

/** 与「房租补贴」同一年度不重复享受，取金额较高者 */
function insteadOf(field: Field, paid: readonly number[], rivals: readonly number[], i: number, called: Called): string {
  const clauseOf = (member: number) => field.candidates[member]!.clause
  const grounds = new Map<string, string[]>()
  let untold = rivals
  for (const { rule, members } of field.rivalries) {
    const told = members.includes(i) ? untold.filter((rival) => members.includes(rival)) : []
    if (told.length === 0) continue
    untold = untold.filter((rival) => !told.includes(rival))
    const ground = `${scopeWords[rule.within]}${rule.is === 'highest' ? '从高不重复享受' : '不重复享受'}`
    grounds.set(ground, [...(grounds.get(ground) ?? []), ...told.map(clauseOf)])
  }
  const own = field.candidates[i]!.amount
  const theirs = sum(rivals.map((rival) => paid[rival]!))
  const several = new Set(rivals.map(clauseOf)).size > 1
  const outcome = several || theirs < own ? '取合计较高者' : theirs > own ? '取金额较高者' : '金额相同，取其一'
  return [...[...grounds].map(([ground, clauses]) => `与${named(clauses, called)}${ground}`), outcome].join('，')
}

/** What is paid where these are claimed, and what is taken off the one looked at. */
function payments(field: Field, claimed: ReadonlySet<number>, of: number | null = null) {
  const standing = opening(field)
  const cuts: Cut[] = []
  for (const i of [...claimed].sort((a, b) => a - b)) pay(field, standing, i, (cut) => i === of && cuts.push(cut))
  return { paid: standing.paid, cuts }
}

const named = (clauses: readonly string[], called: Called) => [...new Set(clauses)].sort(compareText).map(called).join('')
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
