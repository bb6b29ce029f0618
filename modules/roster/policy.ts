/** Policies, from the clause to the payment. */
import * as claimAppeal from '../claim/actions/appeal.ts'
import * as claimApply from '../claim/actions/apply.ts'
import * as claimCycle from '../claim/actions/cycle.ts'
import * as claimDecide from '../claim/actions/decide.ts'
import * as claimDirect from '../claim/actions/direct.ts'
import * as claimList from '../claim/actions/list.ts'
import * as claimMaterial from '../claim/actions/material.ts'
import * as claimObjection from '../claim/actions/objection.ts'
import * as claimPaper from '../claim/actions/paper.ts'
import * as claimPublicity from '../claim/actions/publicity.ts'
import * as claimQueue from '../claim/actions/queue.ts'
import * as claimReview from '../claim/actions/review.ts'
import * as claimRule from '../claim/actions/rule.ts'
import * as claimShow from '../claim/actions/show.ts'
import { claimFlow } from '../claim/flow.ts'
import * as claimScreening from '../claim/screening/actions.ts'
import * as claimScreened from '../claim/screening/overview.ts'
import * as fundAccount from '../fund/actions/account.ts'
import * as payoutCommitment from '../payout/actions/commitment.ts'
import * as payoutFunds from '../payout/actions/funds.ts'
import * as payoutOwn from '../payout/actions/own.ts'
import * as payoutPublication from '../payout/actions/publication.ts'
import * as payoutReceipt from '../payout/actions/receipt.ts'
import * as payoutRemittance from '../payout/actions/remittance.ts'
import * as policyBid from '../policy/actions/bid.ts'
import * as policyBody from '../policy/actions/body.ts'
import * as policyCall from '../policy/actions/call.ts'
import * as policyDocument from '../policy/actions/document.ts'
import * as policyQuestion from '../policy/actions/question.ts'
import * as policyQuestions from '../policy/actions/questions.ts'
import * as policyReview from '../policy/actions/review.ts'
import * as policySearch from '../policy/actions/search.ts'
import * as policyVersion from '../policy/actions/version.ts'
import { bidFlow, questionFlow, versionFlow } from '../policy/flow.ts'
import * as policyMine from '../policy/screen/actions.ts'
import * as policySimulate from '../policy/simulate/actions.ts'

const policy = {
  ...policySearch,
  ...policyDocument,
  ...policyBody,
  ...policyVersion,
  ...policyReview,
  ...policyQuestion,
  ...policyQuestions,
  ...policyCall,
  ...policyBid,
  ...policyMine,
  ...policySimulate,
}
const claim = {
  ...claimScreening,
  ...claimScreened,
  ...claimAppeal,
  ...claimApply,
  ...claimCycle,
  ...claimDecide,
  ...claimDirect,
  ...claimList,
  ...claimMaterial,
  ...claimObjection,
  ...claimPublicity,
  ...claimPaper,
  ...claimQueue,
  ...claimReview,
  ...claimRule,
  ...claimShow,
}
const fund = fundAccount
const payout = { ...payoutFunds, ...payoutRemittance, ...payoutReceipt, ...payoutCommitment, ...payoutOwn, ...payoutPublication }

export const policyRoster = { policy, claim, fund, payout }

export const policyFlows = [versionFlow, questionFlow, bidFlow, claimFlow]
