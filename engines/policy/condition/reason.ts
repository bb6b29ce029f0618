/** Why conditions are met or not: what is there, what is needed, how much is missing, from which source and day. */
import { type Condition, isChoice } from '../policy.ts'
import { reasoningOfChoice } from './choice.ts'
import { reasoningOfDemand } from './demand.ts'
import type { Reasoning } from './said.ts'
import type { Ground } from './test.ts'

export const reasoningOf = (condition: Condition, ground: Ground): Reasoning =>
  isChoice(condition) ? reasoningOfChoice(condition, ground, reasoningOf) : reasoningOfDemand(condition, ground)
