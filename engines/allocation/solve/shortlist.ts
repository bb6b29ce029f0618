/** Which options of each firm the search looks at: those cheapest once rows have prices. */
import type { Matrix } from './compile.ts'
import { priced } from './prices.ts'

export type Shortlist = {
  price: Float64Array
  /** The options of firm f are option[first[f]] … option[first[f + 1] − 1], the cheapest first, with their priced cost. */
  first: Int32Array
  option: Int32Array
  value: Float64Array
}

/** At most `length` of each firm, of those that `may` be taken. */
export function shortlist(
  matrix: Matrix,
  price: Float64Array,
  length: number,
  may: (option: number) => boolean = () => true,
): Shortlist {
  const first = new Int32Array(matrix.firms + 1)
  const listed: { option: number; value: number }[] = []
  for (let firm = 0; firm < matrix.firms; firm += 1) {
    const options: typeof listed = []
    for (let option = matrix.first[firm]!; option < matrix.first[firm + 1]!; option += 1)
      if (may(option)) options.push({ option, value: priced(matrix, price, option) })
    options.sort((a, b) => a.value - b.value)
    for (const each of options.slice(0, length)) listed.push(each)
    first[firm + 1] = listed.length
  }
  return {
    price,
    first,
    option: Int32Array.from(listed, ({ option }) => option),
    value: Float64Array.from(listed, ({ value }) => value),
  }
}
