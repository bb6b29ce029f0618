/** The roster of modules: the only list of them; test/architecture.test.ts holds the order in which they may know each other. */

import { dispatchFlows, dispatchRoster } from './roster/dispatch.ts'
import { enterpriseFlows, enterpriseRoster } from './roster/enterprise.ts'
import { figuresRoster } from './roster/figures.ts'
import { groundFlows, groundRoster } from './roster/ground.ts'
import { policyFlows, policyRoster } from './roster/policy.ts'
import { spaceFlows, spaceRoster } from './roster/space.ts'

export const modules = {
  ...groundRoster,
  ...enterpriseRoster,
  ...spaceRoster,
  ...policyRoster,
  ...dispatchRoster,
  ...figuresRoster,
}
export type AllModules = typeof modules

/** Every flow, for the generated diagrams. */
export const flows = [...groundFlows, ...enterpriseFlows, ...spaceFlows, ...policyFlows, ...dispatchFlows]
