/** Figures, targets, the journal and the cockpit. */
import * as cockpit from '../cockpit/actions.ts'
import * as indicatorDefinition from '../indicator/actions/definition.ts'
import * as indicatorEntry from '../indicator/actions/entry.ts'
import * as indicatorFigure from '../indicator/actions/figure.ts'
import * as indicatorPublication from '../indicator/actions/publication.ts'
import * as indicatorRows from '../indicator/actions/rows.ts'
import * as journal from '../journal/actions.ts'
import * as target from '../target/actions.ts'

const indicator = { ...indicatorFigure, ...indicatorRows, ...indicatorDefinition, ...indicatorEntry, ...indicatorPublication }

export const figuresRoster = { indicator, target, journal, cockpit }
