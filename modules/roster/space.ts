/** Buildings, leases, moving in and services. */
import * as leaseContract from '../lease/actions/contract.ts'
import * as leaseDraft from '../lease/actions/draft.ts'
import * as leaseList from '../lease/actions/list.ts'
import * as leaseMismatch from '../lease/actions/mismatch.ts'
import * as leasePlace from '../lease/actions/place.ts'
import * as leaseReceipt from '../lease/actions/receipt.ts'
import * as leaseWarning from '../lease/actions/warning.ts'
import { leaseFlow } from '../lease/flow.ts'
import * as moveinAsk from '../movein/actions/ask.ts'
import * as moveinAssignment from '../movein/actions/assignment.ts'
import * as moveinContract from '../movein/actions/contract.ts'
import * as moveinGiveUp from '../movein/actions/give-up.ts'
import * as moveinHand from '../movein/actions/hand.ts'
import * as moveinList from '../movein/actions/list.ts'
import * as moveinOffer from '../movein/actions/offer.ts'
import * as moveinOpen from '../movein/actions/open.ts'
import * as moveinRule from '../movein/actions/rule.ts'
import * as moveinSettling from '../movein/actions/settling.ts'
import * as moveinShow from '../movein/actions/show.ts'
import * as moveinStep from '../movein/actions/step.ts'
import * as moveinViewing from '../movein/actions/viewing.ts'
import { moveInFlow, viewingFlow } from '../movein/flow.ts'
import * as spaceAcquisitionCorrection from '../space/actions/acquisition/correct.ts'
import * as spaceAcquisitions from '../space/actions/acquisition/look.ts'
import * as spaceAcquisitionPapers from '../space/actions/acquisition/papers.ts'
import * as spaceAcquisition from '../space/actions/acquisition/step.ts'
import * as spaceBuildingPlan from '../space/actions/building-plan.ts'
import * as spaceBuildingPlans from '../space/actions/building-plans.ts'
import * as spaceFind from '../space/actions/find.ts'
import * as spaceAdjoin from '../space/actions/ledger/adjoin.ts'
import * as spaceBuilding from '../space/actions/ledger/building.ts'
import * as spaceBuildings from '../space/actions/ledger/buildings.ts'
import * as spacePartition from '../space/actions/ledger/partition.ts'
import * as spacePicture from '../space/actions/ledger/picture.ts'
import * as spaceRule from '../space/actions/ledger/rule.ts'
import * as spaceUnit from '../space/actions/ledger/unit.ts'
import * as spaceUnits from '../space/actions/ledger/units.ts'
import * as spaceMakerspace from '../space/actions/makerspace.ts'
import * as spaceMakerspaces from '../space/actions/makerspaces.ts'
import * as spaceOccupancies from '../space/actions/occupancies.ts'
import * as spaceOccupancy from '../space/actions/occupancy.ts'
import { acquisitionFlow } from '../space/flow.ts'
import * as upkeepNotice from '../upkeep/actions/notice.ts'
import * as upkeepRoom from '../upkeep/actions/room.ts'
import * as upkeepScorecard from '../upkeep/actions/scorecard.ts'
import * as upkeepTicket from '../upkeep/actions/ticket.ts'
import * as upkeepTickets from '../upkeep/actions/tickets.ts'
import { bookingFlow, ticketFlow } from '../upkeep/flow.ts'

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

export const spaceRoster = { space, lease, movein, upkeep }

export const spaceFlows = [acquisitionFlow, leaseFlow, moveInFlow, viewingFlow, ticketFlow, bookingFlow]
