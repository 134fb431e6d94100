import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import type { Framework } from '../../domain/framework'
import {
  answerFrom,
  guessColumns,
  guessMeaning,
  takeTable,
  valuesIn,
  type Columns,
  type Meaning,
  type SkillsTable,
} from '../../interchange/skillsIn'
import { useMySkills } from '../../session/mySkills'

/** How a table is to be taken, proposed from its headings and values and changed by hand; and what that would do. */
export function useSkillsImport(
  table: Readonly<Ref<SkillsTable | undefined>>,
  framework: Readonly<Ref<Framework | undefined>>,
) {
  const mySkills = useMySkills()
  const columns = shallowRef<Columns>({})
  const meanings = shallowRef<ReadonlyMap<string, Meaning>>(new Map())
  const keepMine = ref(false)

  watch(table, (now) => (columns.value = now === undefined ? {} : guessColumns(now.headings)))
  watch([table, framework, () => columns.value.level], ([now, held, level]) => {
    const values = now === undefined || level === undefined ? [] : [...valuesIn(now, level).keys()]
    meanings.value = new Map(
      held === undefined ? [] : values.map((value) => [value, guessMeaning(value, held.scale)]),
    )
  })

  const taken = computed(() => {
    const { skill, level } = columns.value
    if (table.value === undefined || framework.value === undefined) return undefined
    if (skill === undefined || level === undefined) return undefined
    const all = takeTable(table.value, columns.value, meanings.value, framework.value, mySkills.ratings)
    if (!keepMine.value) return all
    const changes = all.changes.filter(({ before }) => before === undefined)
    return { ...all, changes, same: all.same + all.changes.length - changes.length }
  })

  /** Stores every change at once, as one step to undo. */
  async function accept(): Promise<void> {
    const rows = taken.value?.changes ?? []
    await mySkills.answer(
      new Map(rows.map((row) => [row.skill, (before, at, on) => answerFrom(row, before, at, on)])),
    )
  }

  return { columns, meanings, keepMine, taken, accept }
}
