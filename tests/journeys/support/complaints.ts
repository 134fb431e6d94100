import type { BrowserContext, ConsoleMessage } from 'playwright'

/**
 * A request that came to nothing is told to the page, which deals with it, and to the console whatever the page
 * does; no period being open is such an answer, and so is being offline.
 */
const REQUEST_FAILED = /^Failed to load resource/

/** What the pages of a browser complained of: errors on the console, errors nobody caught, refusals of the CSP. */
export interface Complaints {
  listenTo(context: BrowserContext): void
  /** One line each, with the page it was on. Empty is what a journey expects. */
  readonly all: readonly string[]
}

export function complaintsOf(): Complaints {
  const all: string[] = []
  return {
    all,
    listenTo(context) {
      // Chromium writes each refusal of the Content-Security-Policy or of Trusted Types to the console as an error.
      context.on('console', (message) => {
        if (isComplaint(message)) all.push(`${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => all.push(`${error.error().message} (${error.page()?.url()})`))
    },
  }
}

function isComplaint(message: ConsoleMessage): boolean {
  return ['error', 'warning'].includes(message.type()) && !REQUEST_FAILED.test(message.text())
}
