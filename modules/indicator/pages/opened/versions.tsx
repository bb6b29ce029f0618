/** Every version of the meaning, newest first, with its text and the reason it came. */
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { query } from '#web/client.ts'
import { Mark } from '#web/ui/figure/light.tsx'
import { dated } from '#web/ui/figure/number.ts'
import { Panel, Row } from '#web/ui/frame/page.tsx'
import { Loaded } from '#web/ui/frame/states.tsx'
import type { Opened } from '../words.ts'

export function Versions({ of: { definition } }: { of: Opened }) {
  const [search] = useSearchParams()
  const asked = useQuery(query('indicator/versions', { code: definition.code }))
  const under = (version: number) => {
    const next = new URLSearchParams(search)
    next.set('version', String(version))
    next.delete('tab')
    return `?${next}`
  }
  return (
    <Loaded from={asked}>
      {(versions) => (
        <div className="stack">
          {versions.map(({ version, since, reason, meaning, text, enteredBy, enteredOn }) => (
            <Panel
              key={version}
              title={`第 ${version} 版，自${dated(since)}起生效`}
              actions={
                version === definition.version ? <Mark tone="good">正在查看</Mark> : <Link to={under(version)}>按此版本计算</Link>
              }
            >
              <div className="stack tight">
                <p>{meaning}</p>
                {reason && <p>修订原因：{reason}</p>}
                <Row>
                  <span className="quiet">
                    {enteredBy}于{dated(enteredOn)}录入
                  </span>
                </Row>
                <details>
                  <summary>口径文本</summary>
                  <pre className="definition-text">{text}</pre>
                </details>
              </div>
            </Panel>
          ))}
        </div>
      )}
    </Loaded>
  )
}
