/**
 * The lowest costs known of the published sets A–E (5–20 agents, 100–200 jobs), as figures.
 *
 * Sets: Chu and Beasley 1997, Laguna et al. 1995 (OR-Library, Beasley 1990; collection of Yagiura). Values: Posta, Ferland and
 * Michelon 2012 and the collection AssignmentProblems.jl; all proven but those of d10100, d10200,
 * d20100, d20200, e05200, e10100, e10200 and e20200, whose bounds lie 1 to 13 below.
 */
export const bestKnown: Record<string, number> = {
  a05100: 1698,
  a05200: 3235,
  a10100: 1360,
  a10200: 2623,
  a20100: 1158,
  a20200: 2339,
  b05100: 1843,
  b05200: 3552,
  b10100: 1407,
  b10200: 2827,
  b20100: 1166,
  b20200: 2339,
  c05100: 1931,
  c05200: 3456,
  c10100: 1402,
  c10200: 2806,
  c20100: 1243,
  c20200: 2391,
  d05100: 6353,
  d05200: 12742,
  d10100: 6348,
  d10200: 12432,
  d20100: 6190,
  d20200: 12241,
  e05100: 12681,
  e05200: 24930,
  e10100: 11577,
  e10200: 23307,
  e20100: 8436,
  e20200: 22379,
}
