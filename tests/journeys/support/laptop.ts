import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright'
import { chromiumLaunch } from '../../chromium.ts'
import { complaintsOf, type Complaints } from './complaints.ts'

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>
export type LaptopOptions = Pick<
  ContextOptions,
  'viewport' | 'colorScheme' | 'locale' | 'timezoneId' | 'forcedColors'
>

/**
 * One person's browser with a profile on disk, so that what it keeps outlives it: it can be closed, killed and opened
 * again. `complaints` gathers all that its pages complain of; a journey ends by expecting none.
 */
export class Laptop {
  readonly complaints: Complaints = complaintsOf()
  private current?: BrowserContext

  private constructor(
    private readonly profile: string,
    private readonly options: LaptopOptions,
  ) {}

  static async open(options: LaptopOptions = {}): Promise<Laptop> {
    const laptop = new Laptop(await mkdtemp(join(tmpdir(), 'waymark-laptop-')), options)
    await laptop.reopen()
    return laptop
  }

  get context(): BrowserContext {
    if (this.current === undefined) throw new Error('This laptop is closed: reopen it first.')
    return this.current
  }

  /** A page at this address; the one a browser starts with where it still is blank. */
  async visit(url: string): Promise<Page> {
    const blank = this.context.pages().find((page) => page.url() === 'about:blank')
    const page = blank ?? (await this.context.newPage())
    await page.goto(url)
    return page
  }

  /** Offline for pages and service workers alike. */
  async offline(yes: boolean): Promise<void> {
    await this.context.setOffline(yes)
  }

  /** The same profile in a browser started anew. */
  async reopen(): Promise<void> {
    this.current = await chromium.launchPersistentContext(this.profile, {
      ...chromiumLaunch,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      acceptDownloads: true,
      ...this.options,
    })
    this.complaints.listenTo(this.current)
  }

  async close(): Promise<void> {
    await this.current?.close()
    this.current = undefined
  }

  /** Ends the browser and all its processes with no chance to write anything more, as a flat battery does. */
  async kill(): Promise<void> {
    const context = this.context
    const pid = await browserPid(context)
    const closed = new Promise((resolve) => context.once('close', resolve))
    killTree(pid)
    await closed
    this.current = undefined
  }

  /** Closes it and deletes its profile. */
  async discard(): Promise<void> {
    await this.close()
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function browserPid(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession()
  const info = await session?.send('SystemInfo.getProcessInfo')
  const browser = info?.processInfo.find(({ type }) => type === 'browser')
  if (browser === undefined) throw new Error('The browser does not say which process it is.')
  return browser.id
}

/** Playwright gives each browser a process group of its own, except on Windows, which has none. */
function killTree(pid: number): void {
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'])
  else process.kill(-pid, 'SIGKILL')
}
