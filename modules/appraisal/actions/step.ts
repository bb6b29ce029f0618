/** The steps of an appraisal: opened, verified, drafted, concluded, approved, sent back, archived, cancelled; and reckoned again. */
import { z } from 'zod'
import { command, query } from '#platform/action.ts'
import { officials } from '#platform/context.ts'
import { text } from '#platform/fields.ts'
import { conflict } from '#platform/problem.ts'
import { approve, sendBack } from '../course/result.ts'
import { begin, beginVerification, conclude, openSelf, sendDraft, set } from '../course/step.ts'
import { freezeFigures } from '../reading/freeze.ts'
import { replay as reckonAgain } from '../reckoning/reckon.ts'
import { appraisalOf, appraisalToStep, latestReckoning, schemeOf, subjectsOf } from '../whole.ts'

const which = z.object({ id: z.uuid('没有找到该考核评估，请核对网址') })
const nothing = z.object({})

export const openAppraisal = command(
  { label: '启动自评', who: ['office'], input: which, output: nothing },
  async (ctx, { id }) => {
    await openSelf(ctx, id)
    return {}
  },
)

export const verifyAppraisal = command(
  { label: '转入核验', who: ['office'], input: which, output: z.object({ frozen: z.number() }) },
  (ctx, { id }) => beginVerification(ctx, id),
)

/** What was not published then may be now. */
export const readAgain = command(
  { label: '补取考核数据', who: ['office'], input: which, output: z.object({ frozen: z.number() }) },
  async (ctx, { id }) => {
    const appraisal = await appraisalToStep(ctx, id)
    if (appraisal.status !== 'verifying') throw conflict('只有核验期间可以补取考核数据')
    return { frozen: await freezeFigures(ctx, appraisal, await schemeOf(ctx, appraisal), await subjectsOf(ctx, id)) }
  },
)

export const draftAppraisal = command(
  { label: '发出初评结果', who: ['office'], input: which, output: z.object({ round: z.number() }) },
  (ctx, { id }) => sendDraft(ctx, id),
)

export const concludeAppraisal = command(
  { label: '报领导小组审定', who: ['office'], input: which, output: nothing },
  async (ctx, { id }) => {
    await conclude(ctx, id)
    return {}
  },
)

export const approveAppraisal = command(
  {
    label: '审定公布考核结果',
    who: ['leader'],
    input: which,
    output: z.object({ improvements: z.number(), given: z.number().nullable() }),
  },
  (ctx, { id }) => approve(ctx, id),
)

export const sendBackAppraisal = command(
  { label: '退回重新核验', who: ['leader'], input: which.extend({ reason: text('退回原因', 500) }), output: nothing },
  async (ctx, { id, reason }) => {
    await sendBack(ctx, id, reason)
    return {}
  },
)

export const archiveAppraisal = command(
  { label: '归档考核', who: ['office'], input: which, output: nothing },
  async (ctx, { id }) => {
    const { status } = await begin(ctx, id, 'archive')
    await set(ctx, id, { status })
    return {}
  },
)

export const cancelAppraisal = command(
  { label: '取消考核', who: ['office'], input: which, output: nothing },
  async (ctx, { id }) => {
    const { status } = await begin(ctx, id, 'cancel')
    await set(ctx, id, { status })
    return {}
  },
)

/** From the stored text of the scheme and the frozen values; the same, or something was touched. */
export const replayAppraisal = query(
  {
    label: '复算考核结果',
    who: officials,
    input: which.extend({ round: z.int().positive().optional() }),
    output: z.object({ round: z.number(), digest: z.string(), again: z.string(), same: z.boolean() }),
  },
  async (ctx, { id, round }) => {
    const appraisal = await appraisalOf(ctx, id)
    const reckoning = await latestReckoning(ctx, id, round)
    if (!reckoning) throw conflict('该考核还没有可以复算的结果')
    return { round: reckoning.round, ...(await reckonAgain(ctx, appraisal, reckoning)) }
  },
)
