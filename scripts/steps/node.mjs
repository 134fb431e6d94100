import { giveUp } from './say.mjs'

// Imported first by every command. The range is that of Vite, and stands in package.json too ("engines").
const [major, minor] = process.versions.node.split('.').map(Number)
const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24

if (!fits) {
  giveUp(
    `Waymark needs Node 20.19+, 22.12+ or 24+; this is ${process.version}. Get one from https://nodejs.org.`,
  )
}
