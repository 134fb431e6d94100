import { fileURLToPath } from 'node:url'

/** The folder of the checkout: commands work the same wherever they are called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
