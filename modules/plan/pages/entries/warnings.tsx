/** The tab of warnings: what the reader was not sure of, each beside its place in the text. */

import { useDesk } from '../desk.ts'
import { Entry, EntryList } from './entry.tsx'

export function Warnings() {
  const { whole, chosen } = useDesk()
  const { warnings } = whole.plan
  return (
    <EntryList name="解析提示" count={warnings.length} empty="解析时没有发现需要留意之处。">
      {warnings.map(({ message, span }, at) => {
        const id = `warning-${at}`
        return span ? (
          <Entry key={id} id={id} span={span} title={message} />
        ) : (
          <li key={id} className={chosen === id ? 'entry chosen' : 'entry'}>
            {message}
          </li>
        )
      })}
    </EntryList>
  )
}
