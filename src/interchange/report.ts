/** What was read and what became of it: `read` = `mapped` + `merged` + `dropped`, always. */
export interface Tally {
  read: number
  mapped: number
  merged: number
  dropped: number
}

/** Where something was found. Rows count as a spreadsheet does: the headings are row 1. */
export interface Place {
  file: string
  row?: number
  column?: string
  /** The start of what stands there. */
  sample?: string
}

export type Severity = 'warning' | 'info'
export type Action = 'kept' | 'changed' | 'merged' | 'inferred' | 'dropped'

/** One kind of thing the importer noticed, however often. A thing that stops the import is an `ImportFault`. */
export interface Issue {
  code: string
  severity: Severity
  action: Action
  message: string
  count: number
  /** The first three. */
  places: Place[]
}

export interface ReadFile {
  name: string
  bytes: number
  encoding: string
  records: number
}

/** What a person reads before anything is written. */
export interface ImportReport {
  files: ReadFile[]
  tallies: { what: string; tally: Tally }[]
  issues: Issue[]
}

const PLACES_SHOWN = 3
const SAMPLE_LENGTH = 80

/** Gathers a report while files are read. */
export class ReportBook {
  private readonly files: ReadFile[] = []
  private readonly tallies: ImportReport['tallies'] = []
  private readonly issues = new Map<string, Issue>()

  file(file: ReadFile): void {
    this.files.push(file)
  }

  /** Counts one more (or `count` more) of the kind that `issue.code` and its message name. */
  note(issue: Pick<Issue, 'code' | 'severity' | 'action' | 'message'>, place?: Place, count = 1): void {
    const key = `${issue.code} ${issue.message}`
    const known = this.issues.get(key) ?? { ...issue, count: 0, places: [] }
    known.count += count
    if (place !== undefined && known.places.length < PLACES_SHOWN) known.places.push(shortened(place))
    this.issues.set(key, known)
  }

  /** @throws Error when the counts do not add up: something was lost without being reported. */
  tally(what: string, tally: Tally): void {
    if (tally.read !== tally.mapped + tally.merged + tally.dropped) {
      throw new Error(`${what} do not add up: ${JSON.stringify(tally)}`)
    }
    this.tallies.push({ what, tally })
  }

  /** Warnings first, then in the order found. */
  report(): ImportReport {
    const issues = [...this.issues.values()]
    return {
      files: this.files,
      tallies: this.tallies,
      issues: [
        ...issues.filter((issue) => issue.severity === 'warning'),
        ...issues.filter((issue) => issue.severity === 'info'),
      ],
    }
  }
}

function shortened(place: Place): Place {
  const { sample } = place
  if (sample === undefined || sample.length <= SAMPLE_LENGTH) return place
  return { ...place, sample: `${sample.slice(0, SAMPLE_LENGTH - 1)}…` }
}
