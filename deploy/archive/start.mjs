// `node start.mjs [--new-links | --sample | --remove-sample]`: Waymark from this folder, with Node and nothing else.
const [major, minor] = process.versions.node.split('.').map(Number)
if (!((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24)) {
  process.stderr.write(`Waymark needs Node 20.19+, 22.12+ or 24+; this is ${process.version}.\n`)
  process.exit(1)
}
await import('./dist/endpoint/main.js')
