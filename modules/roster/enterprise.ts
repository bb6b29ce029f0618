/** Enterprises, what they report, and the ladder of titles. */
import * as enterpriseAdoption from '../enterprise/actions/adoption.ts'
import * as enterpriseConsent from '../enterprise/actions/consent.ts'
import * as enterpriseFile from '../enterprise/actions/file.ts'
import * as enterpriseLife from '../enterprise/actions/life.ts'
import * as enterpriseList from '../enterprise/actions/list.ts'
import * as enterpriseOwn from '../enterprise/actions/own.ts'
import * as enterpriseRegister from '../enterprise/actions/register.ts'
import * as enterpriseTitle from '../enterprise/actions/title.ts'
import { adoptionFlow } from '../enterprise/flow.ts'
import * as filingAmend from '../filing/actions/amend.ts'
import * as filingBoard from '../filing/actions/board.ts'
import * as filingCheck from '../filing/actions/check.ts'
import * as filingDuty from '../filing/actions/duty.ts'
import * as filingFile from '../filing/actions/file.ts'
import * as filingOwn from '../filing/actions/own.ts'
import * as filingRead from '../filing/actions/read.ts'
import * as filingRule from '../filing/actions/rule.ts'
import { filingFlow } from '../filing/flow.ts'
import * as ladder from '../ladder/actions.ts'
import * as statisticsRecord from '../statistics/actions/record.ts'
import * as statisticsReturn from '../statistics/actions/return.ts'
import * as statisticsTable from '../statistics/actions/table.ts'

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
const statistics = { ...statisticsReturn, ...statisticsRecord, ...statisticsTable }

export const enterpriseRoster = { enterprise, filing, statistics, ladder }

export const enterpriseFlows = [adoptionFlow, filingFlow]
