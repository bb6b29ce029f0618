/** What Chrome 87 and Safari 14, still inside some office clients, lack of the language we write. */

const lacking = <T extends object>(of: T, name: string, value: (this: never, ...given: never[]) => unknown) => {
  if (!(name in of)) Object.defineProperty(of, name, { value, writable: true, configurable: true })
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  return this[index < 0 ? this.length + index : index]
}
for (const of of [Array.prototype, String.prototype, Uint8Array.prototype]) lacking(of, 'at', at)

lacking(Object, 'hasOwn', (of: object, name: PropertyKey) => Object.hasOwn(of, name))
lacking(Array.prototype, 'findLast', function <T>(this: T[], wanted: (one: T) => boolean) {
  return [...this].reverse().find(wanted)
})
lacking(Array.prototype, 'toSorted', function <T>(this: T[], order?: (a: T, b: T) => number) {
  return [...this].sort(order)
})
lacking(Array.prototype, 'toReversed', function <T>(this: T[]) {
  return [...this].reverse()
})
