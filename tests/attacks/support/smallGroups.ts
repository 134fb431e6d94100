/** The largest prime below 2^26: products of two residues stay exact in a number. */
const PRIME = 67_108_859
/** Beyond this many half-built groups a search gives up, and says so. */
const PATIENCE = 2_000_000

/** A published count: which atoms (people who are always published together) it is the sum of. */
export type Sum = readonly number[]

export interface Found {
  /** Each group as its atoms. At most a hundred or so. */
  groups: number[][]
  /** False where the search was given up: then no group found means nothing. */
  complete: boolean
}

/**
 * The groups of 1 to `most` people whose exact count is some linear combination of published counts, with any
 * weights; the union of two that have nothing to do with each other is not listed. `sizes` holds the people of
 * each atom.
 *
 * A group is derivable when its indicator lies in the row space of the published indicators. Gauss-Jordan
 * elimination with the atoms of more than `most` people first: whatever lies in the row space and leaves all of
 * those out is spanned by the rows that have their pivot among the small ones. A group is then fixed by which
 * pivots it holds, so those are tried, dropping what grows too large or takes an atom other than once or not
 * at all. Arithmetic is modulo a prime: whatever can be derived over the rationals is found, and no fewer.
 */
export function smallGroups(sums: readonly Sum[], sizes: readonly number[], most = 9): Found {
  const atoms = alike(sums, sizes).sort((a, b) => b.size - a.size)
  const large = atoms.filter(({ size }) => size > most).length
  const basis = reduced(matrixOf(sums, atoms), atoms.length).filter(({ pivot }) => pivot >= large)
  const found: Found = { groups: [], complete: true }
  for (const rows of apart(basis)) search(rows, atoms, most, found)
  return found
}

interface Atom {
  members: number[]
  size: number
  /** The sums that hold it. */
  sums: number[]
}

interface Row {
  pivot: number
  /** Atom and weight, where the weight is not 0. */
  entries: [atom: number, weight: number][]
}

/** Atoms that are in the same sums can never be told apart; those in none, or of nobody, are left out. */
function alike(sums: readonly Sum[], sizes: readonly number[]): Atom[] {
  const within: number[][] = sizes.map(() => [])
  sums.forEach((sum, place) => sum.forEach((atom) => within[atom]!.push(place)))
  const byPattern = new Map<string, Atom>()
  sizes.forEach((size, member) => {
    if (size === 0 || within[member]!.length === 0) return
    const pattern = within[member]!.join()
    const atom = byPattern.get(pattern) ?? { members: [], size: 0, sums: within[member]! }
    atom.members.push(member)
    atom.size += size
    byPattern.set(pattern, atom)
  })
  return [...byPattern.values()]
}

function matrixOf(sums: readonly Sum[], atoms: readonly Atom[]): Float64Array[] {
  const matrix = sums.map(() => new Float64Array(atoms.length))
  atoms.forEach(({ sums: within }, column) => within.forEach((place) => (matrix[place]![column] = 1)))
  return [...new Map(matrix.map((row) => [row.join(), row])).values()]
}

/** The reduced row echelon form, modulo the prime. */
function reduced(matrix: Float64Array[], columns: number): Row[] {
  const done: { pivot: number; row: Float64Array }[] = []
  let left = matrix
  for (let column = 0; column < columns && left.length > 0; column += 1) {
    const at = left.findIndex((row) => row[column] !== 0)
    if (at === -1) continue
    const row = left[at]!
    scale(row, inverse(row[column]!), column)
    left = left.filter((_, place) => place !== at)
    for (const other of left) subtract(other, row, column)
    for (const other of done) subtract(other.row, row, column)
    done.push({ pivot: column, row })
  }
  return done.map(({ pivot, row }) => ({
    pivot,
    entries: [...row.entries()].filter(([, weight]) => weight !== 0),
  }))
}

function times(a: number, b: number): number {
  const product = a * b
  return product - Math.floor(product / PRIME) * PRIME
}

function scale(row: Float64Array, factor: number, from: number): void {
  for (let column = from; column < row.length; column += 1) {
    if (row[column] !== 0) row[column] = times(row[column]!, factor)
  }
}

function subtract(from: Float64Array, row: Float64Array, pivot: number): void {
  const factor = from[pivot]!
  if (factor === 0) return
  const negative = PRIME - factor
  for (let column = pivot; column < row.length; column += 1) {
    if (row[column] !== 0) from[column] = (from[column]! + times(row[column]!, negative)) % PRIME
  }
}

/** By Fermat: a^(p−2). */
function inverse(value: number): number {
  let result = 1
  let base = value
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = times(result, base)
    base = times(base, base)
  }
  return result
}

/** Rows that share no atom, directly or through others, are searched by themselves. */
function apart(rows: readonly Row[]): Row[][] {
  const sets: { rows: Row[]; atoms: Set<number> }[] = []
  for (const row of rows) {
    const mine = { rows: [row], atoms: new Set(row.entries.map(([atom]) => atom)) }
    for (const set of sets.filter(({ atoms }) => row.entries.some(([atom]) => atoms.has(atom)))) {
      mine.rows.push(...set.rows)
      for (const atom of set.atoms) mine.atoms.add(atom)
      sets.splice(sets.indexOf(set), 1)
    }
    sets.push(mine)
  }
  return sets.map((set) => set.rows)
}

function search(rows: readonly Row[], atoms: readonly Atom[], most: number, found: Found): void {
  const lastRow = new Map<number, number>()
  rows.forEach(({ entries }, place) => entries.forEach(([atom]) => lastRow.set(atom, place)))
  const settled = rows.map((_, place) =>
    [...lastRow].filter(([, last]) => last === place).map(([atom]) => atom),
  )
  const weights = new Map<number, number>()
  let steps = 0

  function add({ entries }: Row, sign: 1 | -1): void {
    for (const [atom, weight] of entries) {
      weights.set(atom, ((weights.get(atom) ?? 0) + (sign === 1 ? weight : PRIME - weight)) % PRIME)
    }
  }

  function decide(place: number, people: number): void {
    if (found.groups.length >= 100 || !found.complete) return
    steps += 1
    if (steps > PATIENCE) found.complete = false
    else if (place === rows.length) {
      const group = [...weights]
        .filter(([, weight]) => weight === 1)
        .flatMap(([atom]) => atoms[atom]!.members)
      if (group.length > 0) found.groups.push(group)
    } else {
      settle(place, people)
      add(rows[place]!, 1)
      settle(place, people)
      add(rows[place]!, -1)
    }
  }

  /** Goes on where all that no later row touches is in the group once or not at all, and few enough are. */
  function settle(place: number, people: number): void {
    let total = people
    for (const atom of settled[place]!) {
      const weight = weights.get(atom) ?? 0
      if (weight > 1) return
      if (weight === 1) total += atoms[atom]!.size
    }
    if (total <= most) decide(place + 1, total)
  }

  decide(0, 0)
}
