import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `npm run build` makes: the app and the endpoint beside it. */
export const DIST = fileURLToPath(new URL('../../../dist', import.meta.url))
const START_WITHIN_MS = 30_000

export const HR_TOKEN = 'hr-token-of-the-journeys-0123456789abcdef'
export const JOIN_CODE = 'join-code-of-the-journeys-0123456789abcdef'

export interface EndpointOptions {
  /** `/pathways/` to serve below a path; the whole host by default. */
  basePath?: string
  /** What `npm start --` takes, `--sample` for one. */
  flags?: string[]
  /** Settings, which may need to know where it is. */
  env?: Record<string, string> | ((url: string) => Record<string, string>)
  /** Another folder built like `dist`, for what changes between versions. */
  dist?: string
}

/**
 * The built endpoint as it is deployed, in a process of its own with a data folder of its own. `http://localhost` is
 * a secure context, so service workers and cryptography work as they do behind HTTPS.
 */
export class Endpoint {
  private process?: ChildProcess
  private said = ''

  private constructor(
    private readonly options: EndpointOptions,
    private readonly port: number,
    readonly dataDir: string,
  ) {}

  /** Starts one on a free port and answers when it serves. Throws with what it said where it does not come up. */
  static async start(options: EndpointOptions = {}): Promise<Endpoint> {
    const dataDir = await mkdtemp(join(tmpdir(), 'waymark-endpoint-'))
    const endpoint = new Endpoint(options, await freePort(), dataDir)
    await endpoint.start()
    return endpoint
  }

  /** Where the app is, with a slash at its end. */
  get url(): string {
    return `http://localhost:${this.port}${this.options.basePath ?? '/'}`
  }

  /** Of its process; undefined before it started. */
  get pid(): number | undefined {
    return this.process?.pid
  }

  /** All it wrote to its terminal, over all its starts. */
  get output(): string {
    return this.said
  }

  /** Starts it again: same port, same data. */
  async start(): Promise<void> {
    const { env } = this.options
    const child = spawn(
      process.execPath,
      [join(this.options.dist ?? DIST, 'endpoint', 'main.js'), ...(this.options.flags ?? [])],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          PORT: String(this.port),
          DATA_DIR: this.dataDir,
          BASE_PATH: this.options.basePath ?? '/',
          WAYMARK_HR_TOKEN: HR_TOKEN,
          WAYMARK_JOIN_CODE: JOIN_CODE,
          ...(typeof env === 'function' ? env(this.url) : env),
        },
      },
    )
    child.stdout.on('data', (piece: Buffer) => (this.said += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (this.said += piece.toString()))
    this.process = child
    await this.untilServing(child)
  }

  /** Asks it to stop, as a service manager does, and answers its exit code. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM')
  }

  /** Ends it with no chance to tidy up, as a power cut does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  /** Stops it and deletes its data. */
  async discard(): Promise<void> {
    await this.kill()
    await rm(this.dataDir, { recursive: true, force: true })
  }

  /** A request to the API, `periods/current` for one; as HR where asked. */
  async call(path: string, init: RequestInit & { asHr?: boolean } = {}): Promise<Response> {
    const { asHr, ...rest } = init
    const headers = new Headers(rest.headers)
    if (asHr) headers.set('authorization', `Bearer ${HR_TOKEN}`)
    return fetch(new URL(`api/v1/${path}`, this.url), { ...rest, headers })
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.process
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return null
    const exit = once(child, 'exit')
    child.kill(signal)
    const [code] = (await exit) as [number | null]
    return code
  }

  private async untilServing(child: ChildProcess): Promise<void> {
    const giveUpAt = Date.now() + START_WITHIN_MS
    while (!(await this.answers())) {
      if (child.exitCode !== null || Date.now() > giveUpAt) {
        child.kill('SIGKILL')
        throw new Error(`The endpoint did not come up. It said:\n${this.said}`)
      }
    }
  }

  private async answers(): Promise<boolean> {
    return fetch(this.url).then(
      (response) => response.ok,
      () => new Promise<boolean>((resolve) => setTimeout(resolve, 20, false)),
    )
  }
}

/** A port nothing listens on now; the system does not hand it out again soon. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
