/** A formula as a tree, checked for what it measures; what is wrong is told with the place it stands at. */
import { scales, type Vocabulary } from '../fact.ts'
import type { Dimension, Formula, Node } from '../policy.ts'
import { alike, dimensionInWords, dimensions, inverse, product } from './dimension.ts'
import { type Fault, type FunctionWord, functionWords, lex, type Token } from './lex.ts'

const limits = { signs: 500, depth: 30 }

export function parseFormula(text: string, vocabulary: Vocabulary): { formula: Formula } | Fault {
  if (text.length > limits.signs) return { fault: `公式过长，最多 ${limits.signs} 字`, at: limits.signs }
  const tokens = lex(text, vocabulary)
  if ('fault' in tokens) return tokens
  try {
    const { node, dimension } = new Parser(tokens, text, vocabulary).whole()
    return { formula: { text: text.trim(), node, dimension } }
  } catch (error) {
    if (error instanceof Wrong) return { fault: error.message, at: error.at }
    throw error
  }
}

class Wrong extends Error {
  readonly at: number
  constructor(sentence: string, at: number) {
    super(sentence)
    this.at = at
  }
}

/** A part of the formula with what it measures and where it begins. */
type Part = { node: Node; dimension: Dimension; at: number; end: number }

class Parser {
  readonly #tokens: Token[]
  readonly #text: string
  readonly #vocabulary: Vocabulary
  #next = 0
  #depth = 0

  constructor(tokens: Token[], text: string, vocabulary: Vocabulary) {
    this.#tokens = tokens
    this.#text = text
    this.#vocabulary = vocabulary
  }

  whole(): Part {
    const part = this.#sum()
    const rest = this.#tokens[this.#next]
    if (rest) throw new Wrong(`“${this.#said(rest)}”前缺少运算符`, rest.at)
    return part
  }

  #sum(): Part {
    let left = this.#product()
    for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-')) {
      const right = this.#product()
      this.#demandAlike([left, right], sign === '+' ? '相加' : '相减')
      const scale = exact(lowestCommon(left.node.scale, right.node.scale), left.at)
      const node: Node = { is: sign === '+' ? 'plus' : 'minus', left: left.node, right: right.node, scale }
      left = { ...left, node, end: right.end }
    }
    return left
  }

  #product(): Part {
    let left = this.#part()
    for (let sign = this.#take('×', '÷'); sign; sign = this.#take('×', '÷')) {
      const right = this.#part()
      left = sign === '×' ? times(left, right) : this.#over(left, right)
    }
    return left
  }

  #over(left: Part, { node, dimension, at, end }: Part): Part {
    const said = this.#text.slice(at, end).trim()
    if (node.is !== 'number') throw new Wrong(`只能除以写明的数，不能除以“${said}”`, at)
    if (node.value === 0) throw new Wrong('不能除以 0', at)
    if (node.scale !== 1) throw new Wrong(`只能除以整数，不能除以“${said}”，请改写为乘法`, at)
    const scale = exact(left.node.scale * node.value, at)
    const over: Node = { is: 'over', left: left.node, by: node.value, text: node.text, scale }
    return { node: over, dimension: product(left.dimension, inverse(dimension)), at: left.at, end }
  }

  #part(): Part {
    const token = this.#tokens[this.#next]
    if (!token) throw new Wrong(this.#tokens.length === 0 ? '公式是空的' : '公式不完整', this.#text.length)
    this.#next += 1
    if (token.is === 'fact') return this.#fact(token.title, token.at)
    if (token.is === 'figure') {
      const { text, value, scale, dimension, at } = token
      return { node: { is: 'number', text, value, scale }, dimension, at, end: this.#end() }
    }
    if (token.is === 'function') return this.#deeper(token.at, () => this.#function(token.word, token.at))
    if (token.sign !== '(') throw new Wrong(`“${this.#said(token)}”处应为事实、数或括号`, token.at)
    return this.#deeper(token.at, () => {
      const part = this.#sum()
      this.#close()
      return { ...part, at: token.at, end: this.#end() }
    })
  }

  #fact(title: string, at: number): Part {
    const { kind } = this.#vocabulary.get(title)!
    if (kind === 'day' || kind === 'yes' || kind === 'text') throw new Wrong(`“${title}”不是数，不能用于计算`, at)
    return { node: { is: 'fact', title, scale: scales[kind] }, dimension: dimensions[kind], at, end: this.#end() }
  }

  #function(word: FunctionWord, at: number): Part {
    this.#take('(') // the lexer has seen it
    const parts = [this.#sum()]
    while (this.#take(',')) parts.push(this.#sum())
    this.#close()
    const is = functionWords[word]
    if (is === 'beyond' ? parts.length !== 2 : parts.length < 2)
      throw new Wrong(`“${word}”应有${is === 'beyond' ? '' : '至少'}两项，各项之间用逗号隔开`, at)
    this.#demandAlike(parts, '比较')
    const [{ node: left, dimension }, { node: right }] = parts as [Part, Part] // at least two, as just seen
    const scale = exact(
      parts.map(({ node }) => node.scale).reduce((a, b) => lowestCommon(a, b)),
      at,
    )
    const node: Node = is === 'beyond' ? { is, left, right, scale } : { is, of: parts.map((part) => part.node), scale }
    return { node, dimension, at, end: this.#end() }
  }

  #deeper(at: number, read: () => Part): Part {
    this.#depth += 1
    if (this.#depth > limits.depth) throw new Wrong('括号嵌套过深', at)
    const part = read()
    this.#depth -= 1
    return part
  }

  #close() {
    const token = this.#tokens[this.#next]
    if (!this.#take(')')) throw new Wrong('缺少右括号', token?.at ?? this.#text.length)
  }

  #take<Sign extends string>(...signs: Sign[]): Sign | null {
    const token = this.#tokens[this.#next]
    if (token?.is !== 'sign' || !(signs as string[]).includes(token.sign)) return null
    this.#next += 1
    return token.sign as Sign // one of those asked for
  }

  #demandAlike([first, ...others]: Part[], verb: string) {
    const odd = others.find(({ dimension }) => !alike(first!.dimension, dimension))
    if (!odd) return
    const said = ({ at, end, dimension }: Part) => `“${this.#text.slice(at, end).trim()}”（${dimensionInWords(dimension)}）`
    throw new Wrong(`${said(first!)}与${said(odd)}不同类，不能${verb}`, odd.at)
  }

  /** Where the token just taken ends. */
  #end = () => this.#tokens[this.#next]?.at ?? this.#text.length
  #said = (token: Token) => this.#text.slice(token.at, this.#tokens[this.#tokens.indexOf(token) + 1]?.at).trim()
}

function times(left: Part, right: Part): Part {
  const scale = exact(left.node.scale * right.node.scale, right.at)
  const node: Node = { is: 'times', left: left.node, right: right.node, scale }
  return { node, dimension: product(left.dimension, right.dimension), at: left.at, end: right.end }
}

function exact(scale: number, at: number): number {
  if (!Number.isSafeInteger(scale)) throw new Wrong('连乘、连除的项过多，无法精确计算', at)
  return scale
}

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b))
const lowestCommon = (a: number, b: number): number => (a / commonDivisor(a, b)) * b
