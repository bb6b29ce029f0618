/** What the operating system knows about a process: enough to tell a living one from a reused number. */
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/** `since` identifies this life of the number; an empty string means the system does not say. */
export type Process = { since: string; command: string; directory: string }

/** The living process with this number, or null. A zombie is dead: a container without init never reaps it. */
export function observe(pid: number): Process | null {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null
  }
  if (process.platform === 'linux') return observeLinux(pid)
  if (process.platform === 'win32') return { since: '', command: '', directory: '' }
  return observeUnix(pid)
}

function observeLinux(pid: number): Process | null {
  const stat = text(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  // The command in parentheses may itself contain spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return null
  const command = text(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
  return { since: fields[19] ?? '', command, directory: text(() => readlinkSync(`/proc/${pid}/cwd`)) }
}

function observeUnix(pid: number): Process | null {
  const line = text(() => execFileSync('ps', ['-ww', '-o', 'state=,lstart=,command=', '-p', String(pid)], { encoding: 'utf8' }))
  const [, state = '', since = '', command = ''] = /^(\S+)\s+(.{24})\s+(.*)$/.exec(line.trim()) ?? []
  return state.startsWith('Z') ? null : { since, command, directory: '' }
}

function text(read: () => string): string {
  try {
    return read()
  } catch {
    return ''
  }
}
