import { nextTick, ref, watch, type Ref } from 'vue'
import type { Id } from '../../domain/id'
import { keepStorage } from '../../session/keepStorage'
import { useLaptop } from '../../session/laptop'
import { useLibrary } from '../../session/library'
import { isSame, useMySkills } from '../../session/mySkills'

/** A list of skills that can move the focus to one. */
interface SkillFocus {
  focusSkill(skill: Id): void
}

/** What the keys of the list do to the answers, and what is said of it aloud. */
export function useAnswering(active: Ref<Id | undefined>, list: Readonly<Ref<SkillFocus | null>>) {
  const { db } = useLaptop()
  const library = useLibrary()
  const mySkills = useMySkills()
  const said = ref('')
  /** Raised where what the screen shows at once could not be stored: the list is drawn again from what is. */
  const redrawn = ref(0)
  const nameOf = (skill: Id) => library.skills.get(skill)?.skill.name

  async function rate(skill: Id, level: number | undefined) {
    if (await mySkills.rate(skill, level)) void keepStorage(db)
    else redrawn.value += 1
  }

  async function setAside(skill: Id) {
    await mySkills.notRelevant(skill)
    said.value = `${nameOf(skill)}: not relevant to me`
  }

  async function confirm(skill: Id) {
    if (mySkills.ratings[skill] === undefined) return
    await mySkills.confirm(skill)
    said.value = `${nameOf(skill)}: still right`
  }

  async function undo() {
    const [taken] = await mySkills.undo()
    said.value = taken === undefined ? 'Nothing to undo' : `Undone: ${nameOf(taken[0])}`
    if (taken === undefined) return
    const [skill, rating] = taken
    active.value = skill
    // The focus goes to the level that is chosen again, which must be on the page before it can be named.
    await until(() => isSame(mySkills.ratings[skill], rating))
    list.value?.focusSkill(skill)
  }

  return { said, redrawn, rate, setAside, confirm, undo }
}

/** Resolves once something is so, and the page shows it. */
async function until(isSo: () => boolean): Promise<void> {
  if (!isSo()) {
    await new Promise<void>((resolve) => {
      const stop = watch(isSo, (so) => {
        if (!so) return
        stop()
        resolve()
      })
    })
  }
  await nextTick()
}
