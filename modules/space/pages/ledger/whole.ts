/** One building with everything on its ledger, as the server tells it. */
import type { Out } from '#web/client.ts'

export type WholeBuilding = Out<'space/showBuilding'>
export type Storey = WholeBuilding['floors'][number]
export type StandingUnit = Storey['units'][number]
export type Shown = WholeBuilding['pictures'][number]

export const pictureUrl = (id: string): string => `/api/space/openPicture?input=${encodeURIComponent(JSON.stringify({ id }))}`
