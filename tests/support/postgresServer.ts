import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { appendFileSync, chmodSync, chownSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { freePort } from '../journeys/support/endpoint.ts'

/** Where PostgreSQL's programs are, and who may run them: it refuses to be run by root. */
export interface Programs {
  folder: string
  user: { uid?: number; gid?: number }
}

const NAME = 'waymark'
/** The folder of the certificate for tests. */
export const TLS = resolve('tests/fixtures/tls')

/** A real PostgreSQL with a folder, a port and a password of its own. It syncs to disk, as it does where it is deployed. */
export class PostgresServer {
  private process?: ChildProcess

  private constructor(
    private readonly programs: Programs,
    private readonly folder: string,
    private readonly port: number,
    private readonly password: string,
  ) {}

  /** Makes one and answers when it serves. Throws with what it said where it does not come up. */
  static async start(programs: Programs, { tls = false } = {}): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-postgres-'))
    const server = new PostgresServer(programs, folder, await freePort(), randomBytes(12).toString('hex'))
    server.give(folder)
    await server.initialise()
    if (tls) server.speakTls()
    await server.start()
    return server
  }

  /** Where its databases lie. */
  get data(): string {
    return join(this.folder, 'data')
  }

  /** The address of one of its databases. */
  url(database = 'postgres'): string {
    return `postgres://${NAME}:${this.password}@localhost:${this.port}/${database}`
  }

  /** Starts it again: same port, same data. */
  async start(): Promise<void> {
    const settings = [`port=${this.port}`, 'listen_addresses=localhost', 'unix_socket_directories=']
    const child = this.run('postgres', ['-D', this.data, ...settings.flatMap((setting) => ['-c', setting])])
    this.process = child
    let said = ''
    child.stderr!.on('data', (piece: Buffer) => (said = (said + piece.toString()).slice(-4000)))
    while (!(await this.answers())) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL did not come up. It said:\n${said}`)
    }
  }

  /** Ends it with no chance to tidy up: what it answered it must find again in its log. */
  async cut(): Promise<void> {
    await this.stop('immediate')
  }

  /** Ends it as `pg_ctl stop -m` does: `fast` breaks off what is under way and tidies up. */
  async stop(mode: 'fast' | 'immediate'): Promise<void> {
    const child = this.process!
    const exit = once(child, 'exit')
    child.kill(mode === 'fast' ? 'SIGINT' : 'SIGQUIT')
    await exit
  }

  /** Ends it and deletes its data. */
  async discard(): Promise<void> {
    if (this.process?.exitCode === null) await this.cut()
    rmSync(this.folder, { recursive: true, force: true })
  }

  private async initialise(): Promise<void> {
    const secret = join(this.folder, 'password')
    writeFileSync(secret, this.password)
    const options = ['-U', NAME, '-A', 'scram-sha-256', '--pwfile', secret, '-E', 'UTF8', '--locale', 'C']
    const child = this.run('initdb', ['-D', this.data, ...options])
    let said = ''
    child.stdout!.resume()
    child.stderr!.on('data', (piece: Buffer) => (said += piece.toString()))
    const [code] = (await once(child, 'close')) as [number | null]
    if (code !== 0) throw new Error(`PostgreSQL made no place for its data. It said:\n${said}`)
  }

  /** From its next start on it speaks TLS too, with the certificate of the tests. */
  private speakTls(): void {
    for (const [name, file] of Object.entries({ 'server.crt': 'certificate', 'server.key': 'key' })) {
      const path = join(this.data, name)
      cpSync(join(TLS, `${file}.pem`), path)
      chmodSync(path, 0o600)
      this.give(path)
    }
    appendFileSync(join(this.data, 'postgresql.conf'), 'ssl = on\n')
  }

  /** Makes it the property of who runs the programs. */
  private give(path: string): void {
    const { uid, gid } = this.programs.user
    if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
  }

  private run(program: string, args: string[]): ChildProcess {
    const { folder, user } = this.programs
    return spawn(join(folder, program), args, {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    })
  }

  private async answers(): Promise<boolean> {
    const client = new Client({ connectionString: this.url() })
    try {
      await client.connect()
      return true
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return false
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}
