/** How meetings are spoken of on their pages, and where their papers are. */
import type { matterStates } from '#modules/matter/flow.ts'
import type { Out } from '#web/client.ts'
import type { Tone } from '#web/ui/figure/light.tsx'
import type { meetingStates } from '../flow.ts'

export type Meeting = Out<'council/showMeeting'>
export type Item = Meeting['agenda'][number]
export type Present = Meeting['attendances'][number]
export type Decided = Meeting['decisions'][number]

export const meetingTones: Record<keyof typeof meetingStates, Tone> = {
  preparing: 'quiet',
  called: 'active',
  open: 'warn',
  closed: 'warn',
  minuted: 'good',
  cancelled: 'quiet',
}
export const matterTones: Record<keyof typeof matterStates, Tone> = {
  open: 'active',
  answered: 'active',
  closed: 'good',
  cancelled: 'quiet',
}
export const officeOnly = '会议由领导小组办公室筹备和记录'
export const materialUrl = (item: string, file: string): string =>
  `/api/council/openMaterial?input=${encodeURIComponent(JSON.stringify({ id: item, file }))}`
