/** The roster of importers: ledgers that can be filled by spreadsheet. */
import { enterpriseImporter } from './enterprise/import/importer.ts'
import { filingImporter } from './filing/import/importer.ts'
import type { Importer } from './intake/importer.ts'

export const importers: readonly Importer[] = [enterpriseImporter, filingImporter]
