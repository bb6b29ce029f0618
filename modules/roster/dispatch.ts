/** Who must do what by when, and how well they did. */
import * as appraisalOpen from '../appraisal/actions/appraisal.ts'
import * as appraisalExpert from '../appraisal/actions/expert.ts'
import * as appraisalObjection from '../appraisal/actions/objection.ts'
import * as appraisalRule from '../appraisal/actions/rule.ts'
import * as appraisalScheme from '../appraisal/actions/scheme.ts'
import * as appraisalSelf from '../appraisal/actions/self.ts'
import * as appraisalShow from '../appraisal/actions/show.ts'
import * as appraisalShowSubject from '../appraisal/actions/show-subject.ts'
import * as appraisalStep from '../appraisal/actions/step.ts'
import * as appraisalSubject from '../appraisal/actions/subject.ts'
import * as appraisalTry from '../appraisal/actions/try.ts'
import { appraisalFlow } from '../appraisal/flow.ts'
import * as councilAbsence from '../council/actions/absence.ts'
import * as councilAgenda from '../council/actions/agenda.ts'
import * as councilAttendance from '../council/actions/attendance.ts'
import * as councilDecision from '../council/actions/decision.ts'
import * as councilMaterial from '../council/actions/material.ts'
import * as councilMeeting from '../council/actions/meeting.ts'
import * as councilMinutes from '../council/actions/minutes.ts'
import * as councilShow from '../council/actions/show.ts'
import { meetingFlow } from '../council/flow.ts'
import * as dispatchAnswer from '../dispatch/actions/answer.ts'
import * as dispatchIssue from '../dispatch/actions/issue.ts'
import * as dispatchLook from '../dispatch/actions/look.ts'
import * as dispatchRule from '../dispatch/actions/rule.ts'
import * as dispatchBurden from '../dispatch/burden/actions.ts'
import { roundFlow, sheetFlow } from '../dispatch/flow.ts'
import * as matterCard from '../matter/actions/card.ts'
import * as matterDesk from '../matter/actions/desk.ts'
import * as matterGroup from '../matter/actions/group.ts'
import * as matterJudge from '../matter/actions/judge.ts'
import * as matterList from '../matter/actions/list.ts'
import * as matterOpen from '../matter/actions/open.ts'
import * as matterReply from '../matter/actions/reply.ts'
import * as matterRule from '../matter/actions/rule.ts'
import * as matterShow from '../matter/actions/show.ts'
import * as matterSupervision from '../matter/actions/supervision.ts'
import { matterFlow, supervisionFlow } from '../matter/flow.ts'

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
const dispatch = { ...dispatchLook, ...dispatchAnswer, ...dispatchIssue, ...dispatchRule, ...dispatchBurden }
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

export const dispatchRoster = { matter, council, dispatch, appraisal }

export const dispatchFlows = [matterFlow, meetingFlow, supervisionFlow, roundFlow, sheetFlow, appraisalFlow]
