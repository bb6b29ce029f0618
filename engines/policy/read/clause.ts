/** A clause: who may have what for how long, on which conditions, with what it asks for before and after. */
import type { Node } from 'yaml'
import { readCount, readOption } from '../../text/option.ts'
import { origins } from '../fact.ts'
import {
  type Cap,
  type CapScope,
  type Clause,
  type Condition,
  capScopes,
  channels,
  frequencies,
  payees,
  potNames,
} from '../policy.ts'
import { readAmount } from './amount.ts'
import { readConditions } from './condition.ts'
import { readExamples } from './example.ts'
import { readCommitments, readMaterials, readRounding } from './form.ts'
import { blameUnreachable } from './reach.ts'
import type { Place, Reading } from './reading.ts'
import type { Refer } from './reference.ts'

export const codeForm = /^[a-z][a-z0-9-]{0,39}$/

/** What holds for every clause of the policy, and the facts it asks for. */
export type General = { conditions: readonly Condition[]; named: ReadonlySet<string> }

const required = ['代码', '名称', '条目', '类型', '对象', '资金', '周期', '办理', '金额', '样例']
const optional = ['解读', '年限', '条件', '上限', '取整', '材料', '后续']

export function readClause(around: Reading, node: Node, general: General, refer: Refer): Clause | null {
  const reading = around.apart()
  const { source } = reading
  const fields = source.fields(node, '条款', required, optional)
  if (!fields) return null
  const heading = readHeading(reading, fields)
  const conditions = fields.条件 ? readConditions(reading, fields.条件, '条件') : []
  if (!fields.条件 && general.conditions.length === 0) source.blame(node, '条款没有“条件”，本政策也没有“通则”')
  const amount = readAmount(reading, fields.金额)
  if (amount) blameUnreachable(reading, node, general.conditions, conditions, amount)
  if (heading?.channel === 'direct') blameAsked(reading, fields.办理!, general.named)
  const caps = readCaps(reading, fields.上限)
  const rounding = readRounding(reading, fields.取整)
  const materials = readMaterials(reading, fields.材料)
  const commitments = readCommitments(reading, fields.后续)
  const examples = readExamples(reading, fields.样例, refer)
  return heading && amount && { ...heading, conditions, amount, caps, rounding, materials, commitments, examples }
}

type Fields = Record<string, Place>
type Heading = Omit<Clause, 'conditions' | 'amount' | 'caps' | 'rounding' | 'materials' | 'commitments' | 'examples'>

function readHeading({ source }: Reading, fields: Fields): Heading | null {
  const code = source.match(fields.代码, '代码', codeForm, 'rent')
  const [title, article] = [source.text(fields.名称, '名称'), source.text(fields.条目, '条目')]
  const [plain, type] = [source.text(fields.解读, '解读'), source.text(fields.类型, '类型')]
  const payee = readOption(source, fields.对象, '对象', payees)
  const pot = readOption(source, fields.资金, '资金', potNames)
  const frequency = readOption(source, fields.周期, '周期', frequencies)
  const channel = readOption(source, fields.办理, '办理', channels)
  const times = readCount(source, fields.年限, '年限')
  if (frequency === 'once' && times !== null && times > 1) source.blame(fields.年限!, '周期为“一次性”的条款不能有多于 1 的“年限”')
  if (code === null || title === null || article === null || type === null) return null
  return payee && pot && frequency && channel && { code, title, article, plain, type, payee, pot, frequency, channel, times }
}

/** Nobody applies for what is granted unasked: nothing may be known from an application only. */
function blameAsked({ source, vocabulary, named }: Reading, place: Node, general: ReadonlySet<string>) {
  const asked = [...new Set([...general, ...named])].filter((title) => vocabulary.get(title)?.from === 'claim')
  if (asked.length === 0) return
  const facts = asked.map((title) => `“${title}”`).join('、')
  source.blame(place, `免申即享的条款不能用来自${origins.claim}的事实：${facts}`)
}

function readCaps(reading: Reading, place: Place): Cap[] {
  if (!place) return []
  const fields = reading.source.fields(place, '上限', [], Object.values(capScopes)) ?? {}
  return Object.entries(capScopes).flatMap(([scope, word]) => {
    const amount = reading.money(fields[word], word)
    return amount === null ? [] : [{ scope: scope as CapScope, amount }] // a key of the scopes
  })
}
