import axe from 'axe-core'
import type { Page } from 'playwright'

/** WCAG 2.2 AA and below, and what axe knows to be good practice beside it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * What axe-core finds wrong on the page as it stands, one line for each element: rule, reason, where. Empty is what a
 * journey expects. axe is put in by the debugger, so that the page keeps its Content-Security-Policy.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe.source })
  await session.detach()
  const violations = await page.evaluate(async (values) => {
    const { axe: injected } = window as unknown as { axe: typeof axe }
    return (await injected.run({ runOnly: { type: 'tag', values } })).violations
  }, RULES)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} (${inOneLine(failureSummary)})`,
    ),
  )
}

function inOneLine(text = ''): string {
  return text.replace(/\s*\n\s*/g, ' ').trim()
}
