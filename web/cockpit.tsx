/** The door of the cockpit: the whole plan on a wall or a desk, dark or light, without navigation. */
import { useState } from 'react'
import { Link, Outlet } from 'react-router'
import { officials } from '#platform/context.ts'
import { useLive } from './live.ts'
import { FrameMarks, OwnMenu } from './own-menu.tsx'
import { Door, useFrame, useMe, usePlanInForce } from './session.tsx'
import { ViewSwitch } from './ui/form/inputs.tsx'
import { SkipLink } from './ui/frame/shell.tsx'
import { Look } from './ui/frame/theme.tsx'

const kept = 'mantianxing.cockpit'
const modes = [
  { value: 'dark', label: '深色' },
  { value: 'light', label: '浅色' },
]
/** What the wall is made of. */
const live = {
  'cockpit/': [
    ...['plan', 'task', 'task_unit', 'target', 'zone', 'measure', 'milestone', 'report', 'override', 'reading', 'waypoint'],
    ...['enterprise', 'presence', 'qualification', 'ip_right', 'filing', 'filing_rule', 'indicator', 'entry'],
  ],
  'org/map': ['org', 'boundary', 'spot'],
  'plan/list': ['plan'],
}

export default function Cockpit() {
  const [mode, change] = useState<'dark' | 'light'>(() => (localStorage.getItem(kept) === 'light' ? 'light' : 'dark'))
  const turn = (asked: string | null) => {
    const next = asked === 'light' ? 'light' : 'dark'
    localStorage.setItem(kept, next)
    change(next)
  }
  return (
    <Look mode={mode}>
      <Door roles={officials}>
        <Wall mode={mode} onMode={turn} />
      </Door>
    </Look>
  )
}

function Wall({ mode, onMode }: { mode: string; onMode: (asked: string | null) => void }) {
  const me = useMe()
  const plan = usePlanInForce()
  const frame = useFrame()
  useLive(live)
  return (
    <div className="wall">
      <SkipLink />
      <header className="wall-top">
        <h1>{plan?.title ?? `${frame?.regionName ?? ''}满天星驾驶舱`}</h1>
        <FrameMarks />
        <div className="wall-acts not-pictured">
          <ViewSwitch name="明暗" value={mode} choices={modes} onChange={onMode} />
          <Link to="/office">返回政务端</Link>
          <OwnMenu me={me} />
        </div>
      </header>
      <main id="main" className="wall-main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
