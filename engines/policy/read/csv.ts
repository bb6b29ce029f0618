/** A table of values separated by commas, cut into records while it comes in: nothing but the record at hand is kept. */

/** `line` is where the record begins: a cell in quotes may go over several lines. */
export type CsvRecord = { line: number; cells: readonly string[] }

export class Csv {
  #line = 1
  #begun = 1
  #cell = ''
  #cells: string[] = []
  /** Within quotes; just behind the closing one, which is a quote itself where another follows. */
  #state: 'plain' | 'quoted' | 'closed' = 'plain'

  /** The records that end within the piece. */
  feed(piece: string): CsvRecord[] {
    const records: CsvRecord[] = []
    for (const sign of piece) {
      if (sign === '\n') this.#line += 1
      if (this.#state === 'quoted') {
        if (sign === '"') this.#state = 'closed'
        else this.#cell += sign
      } else if (sign === '"' && (this.#state === 'closed' || this.#cell === '')) {
        if (this.#state === 'closed') this.#cell += sign
        this.#state = 'quoted'
      } else if (sign === ',') this.#next()
      else if (sign === '\n') records.push(this.#record())
      else if (sign !== '\r' && sign !== '\uFEFF') this.#cell += sign
    }
    return records
  }

  /** The last record, where no line end follows it; null where all is told. `open`: a quote was never closed. */
  end(): { record: CsvRecord | null; open: boolean } {
    const open = this.#state === 'quoted'
    return { record: this.#cell !== '' || this.#cells.length > 0 ? this.#record() : null, open }
  }

  #next() {
    this.#cells.push(this.#cell.trim())
    this.#cell = ''
    this.#state = 'plain'
  }

  #record(): CsvRecord {
    this.#next()
    const record = { line: this.#begun, cells: this.#cells }
    this.#cells = []
    this.#begun = this.#line
    return record
  }
}
