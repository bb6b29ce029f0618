/** At most one message a second about one thing: the first at once, all that follow together when the second is over. */

const second = 1000

export function paced(tell: (what: string) => void): (what: string) => void {
  /** What was told within the last second, and whether there was more of it since. */
  const resting = new Map<string, { more: boolean }>()
  const say = (what: string) => {
    const rest = { more: false }
    resting.set(what, rest)
    tell(what)
    setTimeout(() => {
      resting.delete(what)
      if (rest.more) say(what)
    }, second).unref()
  }
  return (what) => {
    const rest = resting.get(what)
    if (rest) rest.more = true
    else say(what)
  }
}
