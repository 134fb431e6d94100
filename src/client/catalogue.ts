import { CatalogueSchema } from '../contract/catalogue'
import { versionOf } from './digest'
import { ask, read, type Answer, type Call, type Pass } from './endpoint'
import { unexpectedAnswer } from './problem'

/** A published catalogue as its exact text, and the hash of its bytes. */
export interface ReceivedCatalogue {
  version: string
  text: string
}

/** The catalogue now published; undefined where it is still the version held. */
export async function fetchCatalogue(held?: string, call: Call = {}): Promise<ReceivedCatalogue | undefined> {
  const headers = held === undefined ? undefined : { 'if-none-match': `"${held}"` }
  const answer = await ask('catalogue', { ...call, headers })
  if (answer.status === 304) return undefined
  const received = await receive(answer)
  const etag = answer.etag?.replace(/^W\//, '').replaceAll('"', '')
  if (etag !== undefined && etag !== received.version) throw damaged(answer)
  return received
}

/** An earlier catalogue, by its version. */
export async function fetchCatalogueVersion(version: string, call: Call = {}): Promise<ReceivedCatalogue> {
  const answer = await ask(`catalogue/${version}`, call)
  const received = await receive(answer)
  if (received.version !== version) throw damaged(answer)
  return received
}

/** Publishes exact text in place of the version it was based on; resolves with the new version. */
export async function publishCatalogue(
  text: string,
  basedOn: string,
  pass: Pass,
  call: Call = {},
): Promise<string> {
  await ask('catalogue', {
    ...call,
    method: 'PUT',
    body: text,
    pass,
    headers: { 'if-match': `"${basedOn}"` },
  })
  return versionOf(text)
}

async function receive(answer: Answer): Promise<ReceivedCatalogue> {
  read(answer, CatalogueSchema)
  return { version: await versionOf(answer.bytes), text: answer.text }
}

function damaged(answer: Answer) {
  return unexpectedAnswer(answer.status, 'the catalogue is not the one its version names')
}
