import { EndpointProblem } from '../src/client/problem'
import { signedText, slotText, type Submission } from '../src/contract/summary'

const utf8 = new TextEncoder()

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

export function textOf(base64url: string): string {
  return new TextDecoder().decode(bytesOf(base64url))
}

async function hashOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)))
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Verifies a submission's signature from its bytes alone, with nothing of the product's own signing code. */
export async function isSigned(submission: Omit<Submission, 'joinCode'>): Promise<boolean> {
  const { publicKey, period, sequence, signature, body } = submission
  const p256 = { name: 'ECDSA', namedCurve: 'P-256' }
  const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), p256, false, ['verify'])
  const signed = utf8.encode(signedText(period, sequence, await hashOf(body)))
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytesOf(signature), signed)
}

/**
 * What the endpoint promises of summaries, kept in memory: per slot the highest sequence
 * with a valid signature. For tests inside a browser, where no server can be started.
 */
export function collector(joinCode: string) {
  const slots = new Map<string, Submission>()
  /** Every request as its exact bytes, in order of arrival. */
  const received: string[] = []

  async function send(submission: Submission): Promise<void> {
    received.push(JSON.stringify(submission))
    if (submission.joinCode !== joinCode)
      throw new EndpointProblem('join-code', 401, 'The join code is wrong')
    if (!(await isSigned(submission))) throw new EndpointProblem('signature', 401, 'The signature is wrong')
    const slot = await hashOf(slotText(submission.period, submission.publicKey))
    if ((slots.get(slot)?.sequence ?? 0) < submission.sequence) slots.set(slot, submission)
  }

  /** The summaries that would be counted if the period closed now, as their texts. */
  const counted = () => [...slots.values()].map(({ body }) => textOf(body)).filter((text) => text !== '')
  return { send, received, counted }
}
