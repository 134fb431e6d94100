import { MovedSchema } from '../contract/moved'
import { ask, read, type Call } from './endpoint'
import { unexpectedAnswer } from './problem'

/** The address the service has moved to; undefined where it says that it has not. */
export async function fetchMovedTo(call: Call = {}): Promise<string | undefined> {
  const answer = await ask('moved', call)
  if (answer.status === 204) return undefined
  const { to } = read(answer, MovedSchema)
  if (!URL.canParse(to)) throw unexpectedAnswer(answer.status, 'no browser could open the address it names')
  return to
}
