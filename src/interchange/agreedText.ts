import type { Place, ReportBook } from './report'

/**
 * Texts that a file repeats on many rows, or two files both hold: the first that is not
 * empty is kept, and a later one that differs is reported as dropped, once for each wording.
 */
export class AgreedText {
  private readonly kept = new Map<string, { text: string; place: Place }>()
  private readonly others = new Set<string>()

  constructor(
    private readonly book: ReportBook,
    /** As in "Two texts for one skill description". */
    private readonly what: string,
  ) {}

  offer(key: string, text: string, place: Place): void {
    if (text === '') return
    const known = this.kept.get(key)
    if (known === undefined) this.kept.set(key, { text, place })
    else if (known.text !== text) this.differs(key, text, place)
  }

  text(key: string): string {
    return this.kept.get(key)?.text ?? ''
  }

  /** Where the kept text came from. */
  place(key: string): Place | undefined {
    return this.kept.get(key)?.place
  }

  /** How many texts were kept. */
  get size(): number {
    return this.kept.size
  }

  /** How many wordings were dropped because another was there first. */
  get dropped(): number {
    return this.others.size
  }

  private differs(key: string, text: string, place: Place): void {
    const wording = JSON.stringify([key, text])
    if (this.others.has(wording)) return
    this.others.add(wording)
    this.book.note(
      {
        code: 'text-differs',
        severity: 'warning',
        action: 'dropped',
        message: `Two different texts for one ${this.what}; the first was kept`,
      },
      { ...place, sample: text },
    )
  }
}
