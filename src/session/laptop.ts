import { inject, type InjectionKey } from 'vue'
import type { WaymarkDatabase } from '../database/database'

/** The database this session works in. */
export interface Laptop {
  db: WaymarkDatabase
  /** True while looking around the made-up county: nothing of it is ever sent. */
  sample: boolean
}

export const laptopKey: InjectionKey<Laptop> = Symbol('laptop')

export function useLaptop(): Laptop {
  const laptop = inject(laptopKey)
  if (laptop === undefined) throw new Error('No database was provided to the app')
  return laptop
}

const DATABASE = 'waymark'
const SAMPLE_DATABASE = 'waymark-sample'
const SAMPLE_FLAG = 'waymark-sample'

/** Which database this browser works in: its own, or the made-up county's. */
export function databaseName(storage: Pick<Storage, 'getItem'>): string {
  return storage.getItem(SAMPLE_FLAG) === 'yes' ? SAMPLE_DATABASE : DATABASE
}

export function isSampleName(name: string): boolean {
  return name === SAMPLE_DATABASE
}

/** Goes to the sample county or comes back from it. Takes effect when the page is loaded again. */
export function chooseSample(storage: Pick<Storage, 'setItem' | 'removeItem'>, sample: boolean): void {
  if (sample) storage.setItem(SAMPLE_FLAG, 'yes')
  else storage.removeItem(SAMPLE_FLAG)
}
