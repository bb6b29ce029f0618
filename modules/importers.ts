/** The roster of importers: ledgers that can be filled by spreadsheet. */
import { enterpriseImporter } from './enterprise/import/importer.ts'
import { filingImporter } from './filing/import/importer.ts'
import type { Importer } from './intake/importer.ts'
import { buildingImporter } from './space/import/building.ts'
import { unitImporter } from './space/import/unit.ts'

export const importers: readonly Importer[] = [enterpriseImporter, filingImporter, buildingImporter, unitImporter]
