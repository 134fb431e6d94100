import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'

const eslint = new ESLint()

/** The rules that `code` breaks when it stands in `filePath`. */
async function broken(code, filePath = 'src/parts/LevelSteps.vue') {
  const [result] = await eslint.lintText(code, { filePath })
  return result.messages.map(({ ruleId }) => ruleId)
}

const script = (code) => `<script setup lang="ts">\n${code}\n</script>\n<template><p>level</p></template>`
const template = (html) => `<template>${html}</template>`

describe('the lint refuses', () => {
  it.each([
    ['any', script('defineExpose({ level: 1 as any })'), '@typescript-eslint/no-explicit-any'],
    ['an import nobody uses', script("import { ref } from 'vue'"), '@typescript-eslint/no-unused-vars'],
    [
      'chance without a source fit for it',
      script('defineExpose({ k: Math.random() })'),
      'no-restricted-properties',
    ],
    ['HTML as text', template('<p v-html="text" />'), 'vue/no-v-html'],
    [
      'a style the Content-Security-Policy would drop',
      template('<p style="color: red" />'),
      'vue/no-static-inline-styles',
    ],
    ['an import against the fence', script("import '../features/skills/keys'"), 'house/import-fence'],
    [
      'a request inside a transaction',
      script("db.transaction('rw', async () => { await fetch('/x') })"),
      'no-restricted-syntax',
    ],
    [
      'cryptography inside a transaction',
      script("db.transaction('rw', async () => { await crypto.subtle.digest('SHA-256', bytes) })"),
      'no-restricted-syntax',
    ],
  ])('%s', async (_, code, rule) => {
    expect(await broken(code)).toContain(rule)
  })

  it('a test left out', async () => {
    expect(await broken("it.skip('gains a level', () => {})", 'src/domain/gap.test.ts')).toEqual([
      'no-restricted-properties',
    ])
  })

  it('being switched off by a comment', async () => {
    const code = '// eslint-disable-next-line no-eval\neval(text)'
    expect(await broken(code, 'src/parts/level.ts')).toContain('no-eval')
  })

  it('nothing in a plain component', async () => {
    expect(await broken(script("import { ref } from 'vue'\ndefineExpose(ref(1))"))).toEqual([])
  })
})
