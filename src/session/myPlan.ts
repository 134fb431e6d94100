import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { actionsOf, changeAction } from '../database/actions'
import { certificatesOf, putCertificate } from '../database/certificates'
import { ME } from '../database/people'
import type { Evidence } from '../domain/assessment'
import { addDays, type Day } from '../domain/day'
import type { Action, ActionDraft } from '../domain/plan/action'
import type { Certificate } from '../domain/plan/certificate'
import { useLaptop } from './laptop'
import { today } from './today'
import { useLiveQuery } from './useLiveQuery'

/** A quarter: far enough to learn something, near enough to begin. The person changes it as they like. */
const FIRST_DUE_DAYS = 90

interface Undoable {
  /** For the button: `Delete “Read the course notes”`. */
  what: string
  takeBack: () => Promise<unknown>
}

/** The laptop owner's actions and certificates, and the one way to change them, each change undoable. */
export const useMyPlan = defineStore('myPlan', () => {
  const { db } = useLaptop()
  const actionsQuery = useLiveQuery(() => actionsOf(db, ME))
  const certificatesQuery = useLiveQuery(() => certificatesOf(db, ME))
  const undoable = shallowRef<Undoable[]>([])
  const failure = shallowRef<string>()

  const actions = computed<Action[]>(() => actionsQuery.value.value ?? [])
  const certificates = computed<Certificate[]>(() => certificatesQuery.value.value ?? [])
  const ready = computed(() => !actionsQuery.loading.value && !certificatesQuery.loading.value)

  async function keep<T>(what: string, change: () => Promise<T>, back: (before: T) => Promise<unknown>) {
    try {
      const before = await change()
      undoable.value = [...undoable.value, { what, takeBack: () => back(before) }]
      failure.value = undefined
    } catch {
      failure.value = 'This change to your plan could not be saved. Reload the page and try again.'
    }
  }

  function replaceAction(
    id: string,
    what: string,
    change: (before: Action | undefined) => Action | undefined,
  ) {
    return keep(
      what,
      () => changeAction(db, id, change),
      (before) => changeAction(db, id, () => before),
    )
  }

  /** Adds a suggested action and gives back its id. Due in a quarter unless a day is given. */
  async function add(draft: ActionDraft, due: Day = addDays(today(), FIRST_DUE_DAYS)): Promise<string> {
    const id = crypto.randomUUID()
    const createdAt = new Date().toISOString()
    // Without what is undefined: a stored action says what is known of it, and nothing else.
    const known = JSON.parse(JSON.stringify(draft)) as ActionDraft
    await replaceAction(id, `Add “${draft.what}”`, () => ({ id, person: ME, ...known, due, createdAt }))
    return id
  }

  /** Takes in actions agreed in an appraisal, under the ids they have there: one that is here stays as it is. */
  async function take(agreed: readonly Omit<Action, 'person' | 'createdAt'>[]): Promise<void> {
    const createdAt = new Date().toISOString()
    for (const action of agreed)
      await replaceAction(
        action.id,
        `Add “${action.what}”`,
        (before) => before ?? { ...action, person: ME, createdAt },
      )
  }

  /** Changes some of an action; what becomes undefined is taken out. */
  function change(action: Action, to: { [K in keyof Action]?: Action[K] | undefined }): Promise<void> {
    return replaceAction(
      action.id,
      `Change “${action.what}”`,
      (before) => before && withoutUndefined({ ...before, ...to, changedAt: new Date().toISOString() }),
    )
  }

  /** Done now, with what shows it where the person says so. */
  function finish(action: Action, evidence?: Evidence): Promise<void> {
    const doneAt = new Date().toISOString()
    return change(action, {
      doneAt,
      evidence: evidence === undefined ? action.evidence : [...(action.evidence ?? []), evidence],
    })
  }

  const remove = (action: Action) => replaceAction(action.id, `Delete “${action.what}”`, () => undefined)

  function keepCertificate(certificate: Certificate): Promise<void> {
    return putBack(certificate.id, certificate, `Keep “${certificate.name}”`)
  }

  const removeCertificate = ({ id, name }: Certificate) => putBack(id, undefined, `Delete “${name}”`)

  function putBack(id: string, certificate: Certificate | undefined, what: string) {
    return keep(
      what,
      () => putCertificate(db, id, certificate),
      (before) => putCertificate(db, id, before),
    )
  }

  /** Takes back the last change of this session; returns what it was. */
  async function undo(): Promise<string | undefined> {
    const last = undoable.value.at(-1)
    if (last === undefined) return undefined
    undoable.value = undoable.value.slice(0, -1)
    await last.takeBack()
    return last.what
  }

  return {
    ready,
    actions,
    certificates,
    undoable,
    failure,
    add,
    take,
    change,
    finish,
    remove,
    keepCertificate,
    removeCertificate,
    undo,
  }
})

function withoutUndefined(action: { [K in keyof Action]?: Action[K] | undefined }): Action {
  return JSON.parse(JSON.stringify(action)) as Action
}
