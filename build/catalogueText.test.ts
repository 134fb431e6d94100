import { describe, expect, test } from 'vitest'
import { assembleCatalogue } from './catalogue'
import { readabilityGrade, sentencesOf, wordsOf } from './readability'
import { americanSpellings } from './spelling'

const catalogue = assembleCatalogue('catalogue')
const { skills, roles, families } = catalogue.frameworks[0]!

const statements = skills.flatMap((skill) =>
  skill.descriptors.flatMap(({ level, statements: texts }) =>
    texts.map((text) => ({ where: `${skill.id} ${level}`, text })),
  ),
)

function normalised(text: string): string {
  return wordsOf(text.toLowerCase()).join(' ')
}

/** Jaccard index of two sets of words: what both hold, of what either holds, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both += 1
  return both / (a.size + b.size - both)
}

describe('statements', () => {
  test('none is repeated, across levels or skills', () => {
    const seen = new Map<string, string>()
    const repeated = statements.filter(({ where, text }) => {
      const again = seen.has(normalised(text))
      seen.set(normalised(text), where)
      return again
    })
    expect(repeated).toEqual([])
  })

  test('none is nearly repeated: no two share more than four words in five', () => {
    const sets = statements.map(({ where, text }) => ({
      where,
      text,
      words: new Set(wordsOf(text.toLowerCase())),
    }))
    const near = sets.flatMap((a, i) =>
      sets
        .slice(i + 1)
        .filter((b) => likeness(a.words, b.words) > 0.8)
        .map((b) => [a.where, a.text, b.where, b.text]),
    )
    expect(near).toEqual([])
  })

  test('each begins with a capital, is one statement, and has no full stop at its end', () => {
    expect(statements.filter(({ text }) => !/^\p{Lu}.*[^.]$/u.test(text) || /[.!?] /.test(text))).toEqual([])
  })
})

/** Every text a person reads, by what it is. */
const texts: Record<string, string[]> = {
  statements: statements.map(({ text }) => text),
  'examples of evidence': skills.flatMap((skill) => skill.descriptors.map(({ evidence }) => evidence ?? '')),
  'ways to learn': skills.flatMap((skill) => (skill.learning ?? []).map(({ what }) => what)),
  'summaries of skills': skills.flatMap((skill) => sentencesOf(skill.summary)),
  'purposes of roles': roles.flatMap((role) => sentencesOf(role.purpose)),
  'ways in and out': roles.flatMap((role) => sentencesOf(`${role.waysIn ?? ''} ${role.waysOut ?? ''}`)),
  'reasons for moves': catalogue.moves.flatMap((move) => sentencesOf(move.why ?? '')),
  'reasons of the structure': catalogue.successions.flatMap((succession) =>
    sentencesOf(succession.why ?? ''),
  ),
  'purposes of strands': catalogue.strands.flatMap((strand) => sentencesOf(strand.purpose)),
}

/** A school grade of 10 is read by people of about 15; the catalogue's texts measure 5 to 9. */
const HIGHEST_GRADE = 10

describe('a manager who is no specialist can follow', () => {
  test.for(Object.entries(texts))('the %s', async ([kind, sentences], { annotate }) => {
    const grade = readabilityGrade(sentences)
    await annotate(`${kind}: school grade ${grade.toFixed(1)}`)
    expect(grade).toBeLessThanOrEqual(HIGHEST_GRADE)
  })

  test.for(skills.map((skill) => [skill.name, skill] as const))('what is said of %s', ([, skill]) => {
    const said = skill.descriptors.flatMap((descriptor) => descriptor.statements)
    expect(readabilityGrade([...sentencesOf(skill.summary), ...said])).toBeLessThanOrEqual(HIGHEST_GRADE)
  })
})

test('every text is in British spelling, with straight quotation marks', () => {
  const all = Object.values(texts)
    .flat()
    .concat(
      skills.map((skill) => skill.name),
      families.map((family) => family.summary ?? ''),
    )
  expect(all.flatMap((text) => americanSpellings(text))).toEqual([])
  expect(all.filter((text) => /[\u2018\u2019\u201C\u201D]/.test(text))).toEqual([])
})
