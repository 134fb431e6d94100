import vue from 'eslint-plugin-vue'
import { defineConfig } from 'eslint/config'
import ts from 'typescript-eslint'
import { importFence } from './eslint/importFence.js'

const HOUSE = { rules: { 'import-fence': importFence } }

/** Each of these in a transaction's callback lets the browser commit it early, and half of it stays. */
const IN_TRANSACTION = "CallExpression[callee.property.name='transaction']"
const NOT_IN_TRANSACTION = [
  `${IN_TRANSACTION} CallExpression[callee.name=/^(fetch|setTimeout|requestAnimationFrame)$/]`,
  `${IN_TRANSACTION} MemberExpression[property.name='subtle']`,
  `${IN_TRANSACTION} ImportExpression`,
].map((selector) => ({ selector, message: 'Only the database is awaited inside a transaction.' }))

const NO_TEST_LEFT_OUT = ['it', 'test', 'describe'].flatMap((object) =>
  ['only', 'skip', 'todo', 'fails'].map((property) => ({ object, property, message: 'Every test runs.' })),
)

export default defineConfig(
  { ignores: ['dist/', 'data/', 'coverage/', 'public/'] },
  ts.configs.recommended,
  vue.configs['flat/essential'],
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    plugins: { house: HOUSE },
    rules: {
      'house/import-fence': 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...NOT_IN_TRANSACTION],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Use crypto, or in a test a printed seed.' },
        { property: 'innerHTML', message: 'The Content-Security-Policy refuses it.' },
        { property: 'outerHTML', message: 'The Content-Security-Policy refuses it.' },
        ...NO_TEST_LEFT_OUT,
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { caughtErrors: 'none', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': ['error', { allowBinding: true }],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/no-unused-properties': 'error',
      'vue/no-undef-components': ['error', { ignorePatterns: ['RouterLink', 'RouterView'] }],
    },
  },
  {
    files: ['scripts/**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly' } },
    rules: { 'no-undef': 'error' },
  },
)
