import path from 'node:path'
import { RuleTester } from 'eslint'
import ts from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import vueParser from 'vue-eslint-parser'
import { importFence, refusal } from './importFence.js'

RuleTester.describe = describe
RuleTester.it = it

const tester = new RuleTester({
  languageOptions: { parser: vueParser, parserOptions: { parser: ts.parser, sourceType: 'module' } },
})
const at = (file, code) => ({ code, filename: path.resolve(file) })
const refused = (file, code, why) => ({ ...at(file, code), errors: [{ message: `Import fence: ${why}.` }] })

const LINE = ['domain', 'contract', 'database', 'session', 'parts', 'features', 'shell']
const fileIn = (room) => (room === 'features' ? 'src/features/skills/SkillsPage.vue' : `src/${room}/thing.ts`)

describe('imports run one way', () => {
  const pairs = LINE.flatMap((from, i) => LINE.map((to, j) => ({ from, to, allowed: j < i }))).filter(
    ({ from, to }) => from !== to,
  )
  it.each(pairs)('$from importing $to: $allowed', ({ from, to, allowed }) => {
    const up = from === 'features' ? '../..' : '..'
    expect(refusal(fileIn(from), `${up}/${to}/thing`)).toBe(
      allowed ? undefined : `${from} may not import ${to}`,
    )
  })

  it.each([
    ['database', 'interchange'],
    ['interchange', 'client'],
    ['client', 'database'],
    ['outbox', 'session'],
    ['session', 'outbox'],
  ])('%s does not import %s, which stands beside it', (from, to) => {
    expect(refusal(`src/${from}/thing.ts`, `../${to}/thing`)).toBe(`${from} may not import ${to}`)
  })

  it.each(['domain', 'contract', 'database', 'session', 'parts', 'shell'])(
    'ui does not import %s',
    (room) => {
      expect(refusal('src/ui/BaseDialog.vue', `../${room}/thing`)).toBe(`ui may not import ${room}`)
    },
  )

  it.each(['domain', 'database', 'session'])('%s does not import ui', (room) => {
    expect(refusal(`src/${room}/thing.ts`, '../ui/BaseDialog.vue')).toBe(`${room} may not import ui`)
  })

  it.each(['database', 'client', 'ui', 'shell'])('the endpoint does not import %s', (room) => {
    expect(refusal('src/endpoint/main.ts', `../${room}/thing`)).toBe(`endpoint may not import ${room}`)
  })

  it.each(['client', 'shell'])('%s does not import the endpoint', (room) => {
    expect(refusal(`src/${room}/thing.ts`, '../endpoint/main')).toBe(`${room} may not import endpoint`)
  })

  it('keeps one feature from another', () => {
    expect(refusal('src/features/skills/SkillsPage.vue', '../pathway/PathwayPage.vue')).toMatch(
      /^one feature never/,
    )
    expect(refusal('src/features/skills/SkillsPage.vue', './RatingRow.vue')).toBeUndefined()
  })

  it('wants every folder of src/ to be a room it knows', () => {
    expect(refusal('src/utils/thing.ts', '../domain/gap')).toMatch(/^src\/utils\/ is no room/)
    expect(refusal('src/parts/thing.ts', '../helpers/thing')).toMatch(/^src\/helpers\/ is no room/)
  })
})

describe('what comes from outside src/', () => {
  it.each([
    ['src/domain/gap.ts', 'valibot', "domain may not import the package 'valibot'"],
    ['src/domain/gap.ts', 'node:crypto', "only the endpoint runs in Node ('node:crypto')"],
    ['src/contract/period.ts', 'vue', "contract may not import the package 'vue'"],
    ['src/parts/thing.ts', 'node:fs', "only the endpoint runs in Node ('node:fs')"],
    ['src/shell/App.vue', '../../package.json', "src/ imports nothing that lies outside it ('package.json')"],
  ])('%s may not import %s', (file, specifier, why) => {
    expect(refusal(file, specifier)).toBe(why)
  })

  it.each([
    ['src/contract/period.ts', 'valibot'],
    ['src/endpoint/main.ts', 'node:fs'],
    ['src/parts/thing.ts', 'vue'],
    ['src/domain/gap.test.ts', 'fast-check'],
    ['src/interchange/ddat.test.ts', '../../tests/fixtures/ddat.csv?raw'],
  ])('%s may import %s', (file, specifier) => {
    expect(refusal(file, specifier)).toBeUndefined()
  })
})

const DOMAIN_TO_DATABASE = 'domain may not import database'

tester.run('import-fence sees every way of importing', importFence, {
  valid: [
    at('src/database/ratings.ts', "import { gap } from '../domain/gap'"),
    at('src/main.ts', "import './ui/tokens.css'\nimport App from './shell/App.vue'"),
    at('src/shell/router.ts', "const page = () => import('../features/skills/SkillsPage.vue')"),
    at(
      'src/interchange/read.ts',
      "new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' })",
    ),
    at('scripts/start.mjs', "import '../src/shell/App.vue'"),
  ],
  invalid: [
    refused('src/domain/a.ts', "import { db } from '../database/database'", DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', "import type { Note } from '../database/database'", DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', "export { db } from '../database/database'", DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', "export * from '../database/database'", DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', "const a = () => import('../database/database')", DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', 'const a = () => import(`../database/database`)', DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', "type Note = import('../database/database').Note", DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', "new URL('../database/work.ts', import.meta.url)", DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', "import.meta.glob('../database/*.ts')", DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', "import.meta.glob(['../database/*.ts'])", DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', "import work from '../database/work?worker'", DOMAIN_TO_DATABASE),
    refused('src/domain/a.ts', "import '/src/database/database'", DOMAIN_TO_DATABASE),
    refused('src/parts/a.ts', 'const a = (name) => import(name)', 'a path is written as one plain string'),
    refused(
      'src/ui/BaseDialog.vue',
      '<script setup lang="ts">\nimport { gap } from \'../domain/gap\'\n</script>',
      'ui may not import domain',
    ),
    refused(
      'src/ui/BaseDialog.vue',
      '<template><button @click="() => import(\'../domain/gap\')" /></template>',
      'ui may not import domain',
    ),
  ],
})
