/** What the actor can do with a matter now, and why not where his part would: pages light their buttons by it, actions are held to it. */
import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { conflict, denied } from '#platform/problem.ts'
import { matterFlow, matterStates } from '../flow.ts'
import type { Reply } from './replies.ts'
import { type Matter, nameOf, type Part, partsIn, whyNotJudge } from './turn.ts'

export const stepNames = {
  progress: '报告办理进展',
  finish: matterFlow.steps.finish.label,
  askDelay: '申请延期',
  askHelp: '请求协调',
  answer: '答复求助',
  confirm: matterFlow.steps.confirm.label,
  giveBack: matterFlow.steps.giveBack.label,
  decideDelay: '审核延期申请',
  issue: '印发督办通知',
  cancel: matterFlow.steps.cancel.label,
} as const
export type StepName = keyof typeof stepNames
export const nextStep = z.object({
  step: z.enum(Object.keys(stepNames) as [StepName, ...StepName[]]),
  why: z.string().nullable(),
})
export type NextStep = z.output<typeof nextStep>

/** Whose step it is: a part in the matter, or judging what others did. */
const parts: Record<StepName, readonly Part[] | 'judge'> = {
  progress: ['owner', 'holder', 'supporter'],
  finish: ['owner', 'holder'],
  askDelay: ['owner'],
  askHelp: ['holder'],
  answer: ['holder'],
  confirm: 'judge',
  giveBack: 'judge',
  decideDelay: 'judge',
  issue: 'judge',
  cancel: 'judge',
}
const judges = ['office', 'leader']

export type Standing = { matter: Matter; replies: readonly Reply[]; openNotices: readonly string[] }

/** Of the steps that are the actor's part. */
export async function nextSteps(ctx: Ctx, of: Standing): Promise<NextStep[]> {
  const own = await partsIn(ctx, of.matter)
  const names = Object.keys(stepNames) as StepName[]
  const now = names.filter((step) => isPart(ctx, step, own) && whyNotNow(of, step) === null)
  return now.map((step) => ({ step, why: whyNotMine(ctx, of, step) }))
}

/** Refuses what is another's, what cannot be done now, and what must be done by somebody else. */
export async function requireStep(ctx: Ctx, of: Standing, step: StepName): Promise<void> {
  const now = whyNotNow(of, step)
  if (now !== null) throw conflict(now)
  if (!isPart(ctx, step, await partsIn(ctx, of.matter))) throw denied(await otherOf(ctx, of.matter, step))
  const why = whyNotMine(ctx, of, step)
  if (why !== null) throw denied(why)
}

function isPart({ actor: { role } }: Ctx, step: StepName, own: readonly Part[]): boolean {
  const whose = parts[step]
  if (whose === 'judge') return judges.includes(role)
  // A leader answers what has come to the board; the rest is work of units.
  if (role === 'leader') return step === 'answer' && own.includes('holder')
  return whose.some((part) => own.includes(part)) || (step === 'answer' && role === 'office')
}

async function otherOf(ctx: Ctx, { owner, holder }: Matter, step: StepName): Promise<string> {
  if (parts[step] === 'judge') return `“${stepNames[step]}”由领导小组办公室或区领导办理`
  const whose = step === 'answer' || step === 'askHelp' ? holder : owner
  return `该事项由“${await nameOf(ctx, whose)}”办理，您可以查看，不能${stepNames[step]}`
}

/** What the state of things refuses, whoever asks. */
function whyNotNow({ matter: { status, level }, replies, openNotices }: Standing, step: StepName): string | null {
  const waits = (kind: Reply['kind']) => replies.some((one) => one.kind === kind && one.status === 'waiting')
  const inState = `当前为“${matterStates[status]}”，不能${stepNames[step]}`
  if (step === 'confirm' || step === 'giveBack') {
    if (status !== 'answered') return inState
    const notices = openNotices.length && step === 'confirm'
    return notices ? `督办通知 ${openNotices.join('、')} 尚未办结，请先审核其回复` : null
  }
  if (step === 'cancel') return status === 'open' || status === 'answered' ? null : inState
  if (status !== 'open') return inState
  if (step === 'askDelay' && waits('delay')) return '已有一份延期申请在等待审核'
  if (step === 'decideDelay' && !waits('delay')) return '没有待审核的延期申请'
  if (step === 'askHelp' && waits('help')) return '已有一份求助在等待答复'
  if (step === 'askHelp' && level === 'board') return '该事项已在领导小组层级，没有更高的层级可以请求'
  return step === 'answer' && !waits('help') ? '没有待答复的求助' : null
}

/** Nobody judges his own. */
const whyNotMine = (ctx: Ctx, { matter }: Standing, step: StepName): string | null =>
  step === 'confirm' || step === 'giveBack' || step === 'decideDelay' ? whyNotJudge(ctx, matter.owner) : null
