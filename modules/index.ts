/** The roster of modules: the only list of them, in the order in which they may know each other. */
import * as accountKeep from './account/actions/account.ts'
import * as accountPost from './account/actions/post.ts'
import * as accountSelf from './account/actions/self.ts'
import * as accountSignIn from './account/actions/sign-in.ts'
import * as appraisalOpen from './appraisal/actions/appraisal.ts'
import * as appraisalExpert from './appraisal/actions/expert.ts'
import * as appraisalObjection from './appraisal/actions/objection.ts'
import * as appraisalRule from './appraisal/actions/rule.ts'
import * as appraisalScheme from './appraisal/actions/scheme.ts'
import * as appraisalSelf from './appraisal/actions/self.ts'
import * as appraisalShow from './appraisal/actions/show.ts'
import * as appraisalShowSubject from './appraisal/actions/show-subject.ts'
import * as appraisalStep from './appraisal/actions/step.ts'
import * as appraisalSubject from './appraisal/actions/subject.ts'
import * as appraisalTry from './appraisal/actions/try.ts'
import { appraisalFlow } from './appraisal/flow.ts'
import * as claimAppeal from './claim/actions/appeal.ts'
import * as claimApply from './claim/actions/apply.ts'
import * as claimCycle from './claim/actions/cycle.ts'
import * as claimDecide from './claim/actions/decide.ts'
import * as claimDirect from './claim/actions/direct.ts'
import * as claimList from './claim/actions/list.ts'
import * as claimMaterial from './claim/actions/material.ts'
import * as claimObjection from './claim/actions/objection.ts'
import * as claimPaper from './claim/actions/paper.ts'
import * as claimPublicity from './claim/actions/publicity.ts'
import * as claimQueue from './claim/actions/queue.ts'
import * as claimReview from './claim/actions/review.ts'
import * as claimRule from './claim/actions/rule.ts'
import * as claimShow from './claim/actions/show.ts'
import { claimFlow } from './claim/flow.ts'
import * as claimScreening from './claim/screening/actions.ts'
import * as claimScreened from './claim/screening/overview.ts'
import * as cockpit from './cockpit/actions.ts'
import * as councilAbsence from './council/actions/absence.ts'
import * as councilAgenda from './council/actions/agenda.ts'
import * as councilAttendance from './council/actions/attendance.ts'
import * as councilDecision from './council/actions/decision.ts'
import * as councilMaterial from './council/actions/material.ts'
import * as councilMeeting from './council/actions/meeting.ts'
import * as councilMinutes from './council/actions/minutes.ts'
import * as councilShow from './council/actions/show.ts'
import { meetingFlow } from './council/flow.ts'
import * as dispatchAnswer from './dispatch/actions/answer.ts'
import * as dispatchIssue from './dispatch/actions/issue.ts'
import * as dispatchLook from './dispatch/actions/look.ts'
import * as dispatchRule from './dispatch/actions/rule.ts'
import * as dispatchBurden from './dispatch/burden/actions.ts'
import { roundFlow, sheetFlow } from './dispatch/flow.ts'
import * as enterpriseAdoption from './enterprise/actions/adoption.ts'
import * as enterpriseConsent from './enterprise/actions/consent.ts'
import * as enterpriseFile from './enterprise/actions/file.ts'
import * as enterpriseLife from './enterprise/actions/life.ts'
import * as enterpriseList from './enterprise/actions/list.ts'
import * as enterpriseOwn from './enterprise/actions/own.ts'
import * as enterpriseRegister from './enterprise/actions/register.ts'
import * as enterpriseTitle from './enterprise/actions/title.ts'
import { adoptionFlow } from './enterprise/flow.ts'
import * as filingAmend from './filing/actions/amend.ts'
import * as filingBoard from './filing/actions/board.ts'
import * as filingCheck from './filing/actions/check.ts'
import * as filingDuty from './filing/actions/duty.ts'
import * as filingFile from './filing/actions/file.ts'
import * as filingOwn from './filing/actions/own.ts'
import * as filingRead from './filing/actions/read.ts'
import * as filingRule from './filing/actions/rule.ts'
import { filingFlow } from './filing/flow.ts'
import * as fundAccount from './fund/actions/account.ts'
import { importers } from './importers.ts'
import * as indicatorDefinition from './indicator/actions/definition.ts'
import * as indicatorEntry from './indicator/actions/entry.ts'
import * as indicatorFigure from './indicator/actions/figure.ts'
import * as indicatorPublication from './indicator/actions/publication.ts'
import * as indicatorRows from './indicator/actions/rows.ts'
import { intakeActions } from './intake/actions/intake.ts'
import { intakeRowActions } from './intake/actions/row.ts'
import * as journal from './journal/actions.ts'
import * as ladder from './ladder/actions.ts'
import * as leaseContract from './lease/actions/contract.ts'
import * as leaseDraft from './lease/actions/draft.ts'
import * as leaseList from './lease/actions/list.ts'
import * as leaseMismatch from './lease/actions/mismatch.ts'
import * as leasePlace from './lease/actions/place.ts'
import * as leaseReceipt from './lease/actions/receipt.ts'
import * as leaseWarning from './lease/actions/warning.ts'
import { leaseFlow } from './lease/flow.ts'
import * as matterCard from './matter/actions/card.ts'
import * as matterDesk from './matter/actions/desk.ts'
import * as matterGroup from './matter/actions/group.ts'
import * as matterJudge from './matter/actions/judge.ts'
import * as matterList from './matter/actions/list.ts'
import * as matterOpen from './matter/actions/open.ts'
import * as matterReply from './matter/actions/reply.ts'
import * as matterRule from './matter/actions/rule.ts'
import * as matterShow from './matter/actions/show.ts'
import * as matterSupervision from './matter/actions/supervision.ts'
import { matterFlow, supervisionFlow } from './matter/flow.ts'
import * as messageDelivery from './message/actions/delivery.ts'
import * as messageInbox from './message/actions/inbox.ts'
import * as messagePreference from './message/actions/preference.ts'
import * as messageWebhook from './message/actions/webhook.ts'
import * as moveinAsk from './movein/actions/ask.ts'
import * as moveinAssignment from './movein/actions/assignment.ts'
import * as moveinContract from './movein/actions/contract.ts'
import * as moveinGiveUp from './movein/actions/give-up.ts'
import * as moveinHand from './movein/actions/hand.ts'
import * as moveinList from './movein/actions/list.ts'
import * as moveinOffer from './movein/actions/offer.ts'
import * as moveinOpen from './movein/actions/open.ts'
import * as moveinRule from './movein/actions/rule.ts'
import * as moveinSettling from './movein/actions/settling.ts'
import * as moveinShow from './movein/actions/show.ts'
import * as moveinStep from './movein/actions/step.ts'
import * as moveinViewing from './movein/actions/viewing.ts'
import { moveInFlow, viewingFlow } from './movein/flow.ts'
import * as org from './org/actions.ts'
import * as payoutCommitment from './payout/actions/commitment.ts'
import * as payoutFunds from './payout/actions/funds.ts'
import * as payoutOwn from './payout/actions/own.ts'
import * as payoutPublication from './payout/actions/publication.ts'
import * as payoutReceipt from './payout/actions/receipt.ts'
import * as payoutRemittance from './payout/actions/remittance.ts'
import * as planItem from './plan/actions/item.ts'
import * as planUnit from './plan/actions/unit.ts'
import * as planVersion from './plan/actions/version.ts'
import { planFlow } from './plan/flow.ts'
import * as policyBid from './policy/actions/bid.ts'
import * as policyBody from './policy/actions/body.ts'
import * as policyCall from './policy/actions/call.ts'
import * as policyDocument from './policy/actions/document.ts'
import * as policyQuestion from './policy/actions/question.ts'
import * as policyQuestions from './policy/actions/questions.ts'
import * as policyReview from './policy/actions/review.ts'
import * as policySearch from './policy/actions/search.ts'
import * as policyVersion from './policy/actions/version.ts'
import { bidFlow, questionFlow, versionFlow } from './policy/flow.ts'
import * as policyMine from './policy/screen/actions.ts'
import * as policySimulate from './policy/simulate/actions.ts'
import * as spaceAcquisitionCorrection from './space/actions/acquisition/correct.ts'
import * as spaceAcquisitions from './space/actions/acquisition/look.ts'
import * as spaceAcquisitionPapers from './space/actions/acquisition/papers.ts'
import * as spaceAcquisition from './space/actions/acquisition/step.ts'
import * as spaceBuildingPlan from './space/actions/building-plan.ts'
import * as spaceBuildingPlans from './space/actions/building-plans.ts'
import * as spaceFind from './space/actions/find.ts'
import * as spaceAdjoin from './space/actions/ledger/adjoin.ts'
import * as spaceBuilding from './space/actions/ledger/building.ts'
import * as spaceBuildings from './space/actions/ledger/buildings.ts'
import * as spacePartition from './space/actions/ledger/partition.ts'
import * as spacePicture from './space/actions/ledger/picture.ts'
import * as spaceRule from './space/actions/ledger/rule.ts'
import * as spaceUnit from './space/actions/ledger/unit.ts'
import * as spaceUnits from './space/actions/ledger/units.ts'
import * as spaceMakerspace from './space/actions/makerspace.ts'
import * as spaceMakerspaces from './space/actions/makerspaces.ts'
import * as spaceOccupancies from './space/actions/occupancies.ts'
import * as spaceOccupancy from './space/actions/occupancy.ts'
import { acquisitionFlow } from './space/flow.ts'
import * as statisticsRecord from './statistics/actions/record.ts'
import * as statisticsReturn from './statistics/actions/return.ts'
import * as statisticsTable from './statistics/actions/table.ts'
import * as target from './target/actions.ts'
import * as upkeepNotice from './upkeep/actions/notice.ts'
import * as upkeepRoom from './upkeep/actions/room.ts'
import * as upkeepScorecard from './upkeep/actions/scorecard.ts'
import * as upkeepTicket from './upkeep/actions/ticket.ts'
import * as upkeepTickets from './upkeep/actions/tickets.ts'
import { bookingFlow, ticketFlow } from './upkeep/flow.ts'
import * as workBoard from './work/actions/board.ts'
import * as workDuty from './work/actions/duty.ts'
import * as workExport from './work/actions/export.ts'
import * as workLight from './work/actions/light.ts'
import * as workMeasure from './work/actions/measure.ts'
import * as workMilestone from './work/actions/milestone.ts'
import * as workReport from './work/actions/report.ts'
import { reportFlow } from './work/flow.ts'

const account = { ...accountSelf, ...accountKeep, ...accountPost, ...accountSignIn }
const message = { ...messageInbox, ...messagePreference, ...messageWebhook, ...messageDelivery }
const plan = { ...planVersion, ...planItem, ...planUnit }
const work = { ...workBoard, ...workMeasure, ...workMilestone, ...workReport, ...workLight, ...workDuty, ...workExport }
const intake = { ...intakeActions(importers), ...intakeRowActions(importers) }
const enterprise = {
  ...enterpriseList,
  ...enterpriseFile,
  ...enterpriseRegister,
  ...enterpriseLife,
  ...enterpriseTitle,
  ...enterpriseConsent,
  ...enterpriseAdoption,
  ...enterpriseOwn,
}
const filing = {
  ...filingOwn,
  ...filingFile,
  ...filingAmend,
  ...filingCheck,
  ...filingRead,
  ...filingBoard,
  ...filingDuty,
  ...filingRule,
}
const space = {
  ...spaceBuildings,
  ...spaceBuilding,
  ...spaceFind,
  ...spaceUnits,
  ...spaceUnit,
  ...spacePartition,
  ...spaceAdjoin,
  ...spacePicture,
  ...spaceAcquisitionPapers,
  ...spaceAcquisitions,
  ...spaceAcquisition,
  ...spaceAcquisitionCorrection,
  ...spaceOccupancies,
  ...spaceOccupancy,
  ...spaceMakerspaces,
  ...spaceMakerspace,
  ...spaceBuildingPlans,
  ...spaceBuildingPlan,
  ...spaceRule,
}
const lease = {
  ...leaseList,
  ...leaseDraft,
  ...leaseReceipt,
  ...leaseContract,
  ...leasePlace,
  ...leaseMismatch,
  ...leaseWarning,
}
const movein = {
  ...moveinAsk,
  ...moveinGiveUp,
  ...moveinOpen,
  ...moveinList,
  ...moveinShow,
  ...moveinOffer,
  ...moveinViewing,
  ...moveinStep,
  ...moveinHand,
  ...moveinContract,
  ...moveinSettling,
  ...moveinRule,
  ...moveinAssignment,
}
const upkeep = { ...upkeepTickets, ...upkeepTicket, ...upkeepRoom, ...upkeepNotice, ...upkeepScorecard }
const statistics = { ...statisticsReturn, ...statisticsRecord, ...statisticsTable }
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
const payout = { ...payoutFunds, ...payoutRemittance, ...payoutReceipt, ...payoutCommitment, ...payoutOwn, ...payoutPublication }
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
const indicator = { ...indicatorFigure, ...indicatorRows, ...indicatorDefinition, ...indicatorEntry, ...indicatorPublication }
const dispatch = { ...dispatchLook, ...dispatchAnswer, ...dispatchIssue, ...dispatchRule, ...dispatchBurden }
const matter = {
  ...matterList,
  ...matterShow,
  ...matterOpen,
  ...matterReply,
  ...matterJudge,
  ...matterSupervision,
  ...matterCard,
  ...matterDesk,
  ...matterRule,
  ...matterGroup,
}
const council = {
  ...councilShow,
  ...councilMeeting,
  ...councilAgenda,
  ...councilMaterial,
  ...councilAttendance,
  ...councilDecision,
  ...councilMinutes,
  ...councilAbsence,
}
const appraisal = {
  ...appraisalShow,
  ...appraisalShowSubject,
  ...appraisalOpen,
  ...appraisalSubject,
  ...appraisalSelf,
  ...appraisalExpert,
  ...appraisalObjection,
  ...appraisalStep,
  ...appraisalScheme,
  ...appraisalTry,
  ...appraisalRule,
}

export const modules = {
  org,
  account,
  message,
  plan,
  work,
  intake,
  enterprise,
  filing,
  space,
  lease,
  movein,
  upkeep,
  statistics,
  ladder,
  policy,
  claim,
  fund: fundAccount,
  payout,
  indicator,
  target,
  matter,
  council,
  dispatch,
  appraisal,
  journal,
  cockpit,
}
export type AllModules = typeof modules

/** Every flow, for the generated diagrams. */
export const flows = [
  planFlow,
  reportFlow,
  adoptionFlow,
  filingFlow,
  acquisitionFlow,
  leaseFlow,
  moveInFlow,
  viewingFlow,
  ticketFlow,
  bookingFlow,
  versionFlow,
  questionFlow,
  bidFlow,
  claimFlow,
  matterFlow,
  meetingFlow,
  supervisionFlow,
  roundFlow,
  sheetFlow,
  appraisalFlow,
]
