/**
 * The one Trusted Types policy of our own. It lets the service worker and the app's
 * own workers be started by their address, and nothing else: no HTML, no script text.
 */
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }

trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    const base = new URL('./', document.baseURI).href
    const { href } = new URL(url, base)
    if (href === `${base}sw.js` || href.startsWith(`${base}assets/`)) return href
    throw new TypeError(`This address may not be run as a script: ${href}`)
  },
})
