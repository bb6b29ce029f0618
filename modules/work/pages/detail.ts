/** What the pages of work show and ask for, as the server answers it. */
import type { Out } from '#web/client.ts'

export type Board = NonNullable<Out<'work/board'>>
export type BoardTask = Board['tasks'][number]
export type TaskDetail = Out<'work/task'>
export type Measure = TaskDetail['measures'][number]
export type Milestone = TaskDetail['milestones'][number]
export type Report = TaskDetail['reports'][number]

/** A step on a measure or milestone whose dialog is open. */
export type Asked =
  | { kind: 'add-measure' }
  | { kind: 'edit-measure' | 'drop-measure' | 'add-milestone'; measure: Measure }
  | { kind: 'edit-milestone' | 'finish' | 'reopen' | 'attach'; milestone: Milestone }

export const onlyLead = '只有牵头单位和领导小组办公室可以分解举措、设置节点'
