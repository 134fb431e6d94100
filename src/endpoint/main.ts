import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { prepareAccess, type Links } from './access'
import type { Deps } from './deps'
import { readEnvironment, type Environment } from './environment'
import { readApp, type AppFiles } from './http/app'
import { createServer } from './http/server'
import { logLine } from './log'
import { seedCatalogue } from './publish'
import { roomKeeper } from './room'
import { makeSample } from './sample'
import { keepReplying } from './sampleReplies'
import { sentenceFor } from './sentence'
import { SignInFailure } from './signIn/failure'
import { providerOf } from './signIn/provider'
import { signInSettings } from './signIn/settings'
import type { Identity } from './signIn/signIn'
import { openStore, type Place } from './store/open'
import { keepTidy } from './tidy'

/** Who reads nothing of an answer for this long is let go of: the connection would be held for good. */
const READ_WITHIN_MS = 30_000
const APP_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', 'app')

/** To whoever starts it, on the standard output. The log goes to the standard error, so that no log has a link. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function readFlags() {
  const flag = { type: 'boolean', default: false } as const
  const options = { 'new-links': flag, sample: flag, 'remove-sample': flag }
  return parseArgs({ options, args: process.argv.slice(2) }).values
}

async function start(): Promise<void> {
  const environment = readEnvironment(process.env)
  const flags = readFlags()
  const sampleFolder = join(environment.DATA_DIR, 'sample')
  if (flags['remove-sample']) {
    rmSync(sampleFolder, { recursive: true, force: true })
    return say('The sample is removed.')
  }
  const store = await openStore(flags.sample ? { folder: sampleFolder } : placeIn(environment))
  const identity = flags.sample ? undefined : identityOf(environment)
  const deps: Deps = {
    store,
    identity,
    now: () => new Date(),
    randomBytes,
    floor: environment.WAYMARK_FLOOR,
    // The sample moves nowhere: it is made anew wherever it is wanted.
    movedTo: flags.sample ? undefined : environment.MOVED_TO,
    isFull: roomKeeper(),
    log: (logged) => void process.stderr.write(`${logLine(logged, new Date())}\n`),
  }
  const app = readApp(APP_FOLDER, environment.BASE_PATH)
  await seedFromApp(app, deps)
  if (flags.sample) await makeSample(deps)
  const close = await serve(environment, app, deps, async () => {
    const links = await prepareAccess(secretsIn(environment), flags['new-links'], deps)
    if (flags['new-links']) deps.log({ event: 'links reissued' })
    printAddress(environment, links)
  })
  if (deps.movedTo !== undefined) say(`Everybody here is told that it has moved to ${deps.movedTo}`)
  if (identity !== undefined) void sayWhetherReady(identity, deps)
  if (flags.sample) {
    say(
      'As HR, open a period under the name offered: made-up staff reply to it, and you close it and see its release.',
    )
    say('All figures here are made up. To remove them: npm start -- --remove-sample')
  }
  const rest = flags.sample ? keepReplying(deps) : async () => {}
  const end = () =>
    void rest()
      .then(close)
      .catch((error: unknown) => stop(sentenceFor(error)))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end)
}

async function seedFromApp(app: AppFiles, deps: Deps): Promise<void> {
  if (!app.has('catalogue.json'))
    return say('The app is not built beside this endpoint: only the API is served.')
  await seedCatalogue(readFileSync(join(APP_FOLDER, 'catalogue.json')), deps)
}

/**
 * Serves until the function it gives is called, which lets requests finish and the store close. It has its port before
 * it makes secrets that are shown only once, and answers nobody before they are kept: who comes in between waits.
 */
async function serve(
  environment: Environment,
  app: AppFiles,
  deps: Deps,
  prepare: () => Promise<void>,
): Promise<() => Promise<void>> {
  const { HOST: host, PORT: port, BASE_PATH: base } = environment
  const server = createServer(deps, base, app)
  let answer = () => {}
  const prepared = new Promise<void>((resolve) => (answer = resolve))
  server.addHook('onRequest', () => prepared)
  server.addHook('onSend', async (_, reply) => void reply.raw.socket?.setTimeout(READ_WITHIN_MS))
  await server.listen({ host, port })
  await prepare()
  answer()
  deps.log({ event: 'started', port, base })
  const leave = keepTidy(deps)
  return async () => {
    deps.log({ event: 'stopping' })
    await server.close()
    await leave()
    await deps.store.close()
    deps.log({ event: 'stopped' })
  }
}

function identityOf(environment: Environment): Identity | undefined {
  const settings = signInSettings(environment)
  return settings && { settings, provider: providerOf(settings) }
}

/** Serving does not wait for the identity provider; whoever starts it hears that it does not answer. */
async function sayWhetherReady({ provider }: Identity, { log }: Deps): Promise<void> {
  try {
    await provider.ready()
  } catch (error) {
    const code = error instanceof SignInFailure ? error.code : 'unknown'
    log({ event: 'identity provider not reached', code })
    say('The identity provider of WAYMARK_OIDC_ISSUER does not answer yet: people can sign in once it does.')
  }
}

/** PostgreSQL where it is set, else a file. The sample keeps to a folder of its own, whatever is set. */
function placeIn({ DATABASE_URL: url, DATA_DIR: folder }: Environment): Place {
  return url === undefined ? { folder } : { url }
}

function secretsIn({ WAYMARK_HR_TOKEN: hrToken, WAYMARK_JOIN_CODE: joinCode }: Environment) {
  return { ...(hrToken === undefined ? {} : { hrToken }), ...(joinCode === undefined ? {} : { joinCode }) }
}

/** One address only: under another host name the browser would keep another, empty database. */
function printAddress(environment: Environment, { hr, join: code }: Links): void {
  const address = environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}${environment.BASE_PATH}`
  say(`Waymark is at ${address}`)
  if (hr !== undefined) say(`HR signs in here (shown this once, keep it private): ${address}#hr=${hr}`)
  if (code !== undefined) say(`Staff join here (shown this once): ${address}#join=${code}`)
}

start().catch((error: unknown) => stop(sentenceFor(error)))
