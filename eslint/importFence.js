import path from 'node:path'

/** The rooms of src/, in the one direction imports run: each may import those above it. `main` is the files of src/ itself. */
const LINE = [
  ['domain'],
  ['contract'],
  ['database', 'interchange', 'client'],
  ['outbox', 'session'],
  ['parts'],
  ['features'],
  ['shell'],
  ['main'],
]

/** Two rooms stand beside the line: `ui` knows nothing of the product, `endpoint` shares only its words with the app. */
const ROOMS_BESIDE = {
  ui: { mayImport: [], servedTo: ['parts', 'features', 'shell', 'main'] },
  endpoint: { mayImport: ['domain', 'contract'], servedTo: [] },
}

/** Rooms that must run anywhere name the packages they may use; the others take what package.json has. */
const PACKAGES = { domain: [], contract: ['valibot'] }

const isTest = (file) => /\.test\.ts$/.test(file)
const isSource = (file) => file.startsWith('src/')

/** `src/features/skills/SkillsPage.vue` is in the room `features`, and there in the feature `skills`. */
function placeOf(file) {
  const [, room, feature] = file.split('/')
  if (file.split('/').length === 2) return { room: 'main' }
  return room === 'features' ? { room, feature } : { room }
}

const stepOf = (room) => LINE.findIndex((rooms) => rooms.includes(room))
const isRoom = (room) => stepOf(room) >= 0 || room in ROOMS_BESIDE

function mayImport(from, to) {
  if (from in ROOMS_BESIDE) return ROOMS_BESIDE[from].mayImport.includes(to)
  if (to in ROOMS_BESIDE) return ROOMS_BESIDE[to].servedTo.includes(from)
  return stepOf(to) < stepOf(from)
}

/** Why `file` may not import `specifier`, or undefined where it may. Both paths are relative to the checkout. */
export function refusal(file, specifier) {
  const bare = specifier.replace(/[?#].*$/, '')
  if (/^\.{1,2}(\/|$)/.test(bare)) return refusalOfFile(file, path.posix.join(path.posix.dirname(file), bare))
  if (bare.startsWith('/')) return refusalOfFile(file, bare.slice(1))
  return refusalOfPackage(file, bare)
}

function refusalOfFile(file, target) {
  if (!isSource(target))
    return isTest(file) ? undefined : `src/ imports nothing that lies outside it ('${target}')`
  const from = placeOf(file)
  const to = placeOf(target)
  const stranger = [from.room, to.room].find((room) => !isRoom(room))
  if (stranger !== undefined)
    return `src/${stranger}/ is no room of the house: give it a place in eslint/importFence.js`
  if (from.room === to.room && from.feature === to.feature) return undefined
  if (from.room === to.room)
    return `one feature never imports another: move what both need to parts or session`
  return mayImport(from.room, to.room) ? undefined : `${from.room} may not import ${to.room}`
}

function refusalOfPackage(file, name) {
  const { room } = placeOf(file)
  if (isTest(file)) return undefined
  if (name.startsWith('node:') && room !== 'endpoint') return `only the endpoint runs in Node ('${name}')`
  const packages = PACKAGES[room]
  if (packages === undefined || packages.includes(name)) return undefined
  return `${room} may not import the package '${name}'`
}

/** What an expression says when it is a plain string; undefined when only running it would tell. */
function textOf(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0].value.cooked
  return undefined
}

const isImportMeta = (node) => node?.type === 'MetaProperty' && node.meta.name === 'import'
const isMember = (node, name) => node?.type === 'MemberExpression' && node.property.name === name

/** ESLint rule: sees static and dynamic imports, re-exports, import types, worker URLs and globs, in .ts and .vue. */
export const importFence = {
  meta: { type: 'problem', schema: [], messages: { refused: 'Import fence: {{why}}.' } },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    if (!isSource(file)) return {}

    const report = (node, why) => context.report({ node, messageId: 'refused', data: { why } })
    const check = (node) => {
      const specifier = textOf(node)
      const why = specifier === undefined ? 'a path is written as one plain string' : refusal(file, specifier)
      if (why !== undefined) report(node, why)
    }
    const globs = (node) => (node?.type === 'ArrayExpression' ? node.elements : [node])

    const visitor = {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => node.source && check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
      NewExpression(node) {
        const [target, base] = node.arguments
        if (node.callee.name === 'URL' && isMember(base, 'url') && isImportMeta(base.object)) check(target)
      },
      CallExpression(node) {
        const isGlob = isMember(node.callee, 'glob') && isImportMeta(node.callee.object)
        if (isGlob) globs(node.arguments[0]).forEach(check)
      },
    }
    const ofTemplate = context.sourceCode.parserServices.defineTemplateBodyVisitor
    return ofTemplate === undefined ? visitor : ofTemplate(visitor, visitor)
  },
}
