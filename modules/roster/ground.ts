/** Organisations, people and what they are told; the plan, its tasks and its sheets. */
import * as accountKeep from '../account/actions/account.ts'
import * as accountPost from '../account/actions/post.ts'
import * as accountSelf from '../account/actions/self.ts'
import * as accountSignIn from '../account/actions/sign-in.ts'
import { importers } from '../importers.ts'
import { intakeActions } from '../intake/actions/intake.ts'
import { intakeRowActions } from '../intake/actions/row.ts'
import * as messageDelivery from '../message/actions/delivery.ts'
import * as messageInbox from '../message/actions/inbox.ts'
import * as messagePreference from '../message/actions/preference.ts'
import * as messageWebhook from '../message/actions/webhook.ts'
import * as org from '../org/actions.ts'
import * as planItem from '../plan/actions/item.ts'
import * as planUnit from '../plan/actions/unit.ts'
import * as planVersion from '../plan/actions/version.ts'
import { planFlow } from '../plan/flow.ts'
import * as workBoard from '../work/actions/board.ts'
import * as workDuty from '../work/actions/duty.ts'
import * as workExport from '../work/actions/export.ts'
import * as workLight from '../work/actions/light.ts'
import * as workMeasure from '../work/actions/measure.ts'
import * as workMilestone from '../work/actions/milestone.ts'
import * as workReport from '../work/actions/report.ts'
import { reportFlow } from '../work/flow.ts'

const account = { ...accountSelf, ...accountKeep, ...accountPost, ...accountSignIn }
const message = { ...messageInbox, ...messagePreference, ...messageWebhook, ...messageDelivery }
const plan = { ...planVersion, ...planItem, ...planUnit }
const work = { ...workBoard, ...workMeasure, ...workMilestone, ...workReport, ...workLight, ...workDuty, ...workExport }
const intake = { ...intakeActions(importers), ...intakeRowActions(importers) }

export const groundRoster = { org, account, message, plan, work, intake }

export const groundFlows = [planFlow, reportFlow]
