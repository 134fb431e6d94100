import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunch } from './tests/chromium.ts'

/** A hang ends a test; a slow machine must not. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }

/** At full size (`npm run attacks`) some take many minutes. */
const attackPatience = {
  ...patience,
  testTimeout: process.env.ATTACK_SIZE === undefined ? 300_000 : 3_600_000,
  hookTimeout: 120_000,
}

/** Attacks on what only a PostgreSQL has: processes that share it, a restart of its own, a log of its own. */
const ON_POSTGRES_ALONE = ['restarts-the-database', 'restarts-the-processes', 'reads-the-database'].map(
  (name) => `tests/attacks/${name}.test.ts`,
)

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          ...patience,
          environment: 'node',
          include: ['src/**/*.test.ts', 'build/**/*.test.ts', 'scripts/**/*.test.mjs', 'eslint/**/*.test.js'],
          exclude: ['**/*.browser.test.ts', '**/*postgres.test.ts', '**/node_modules/**'],
        },
      },
      {
        // What the endpoint promises on SQLite, in the project above, it promises on PostgreSQL: the same tests.
        test: {
          name: 'postgres',
          ...patience,
          environment: 'node',
          globalSetup: ['tests/support/postgres.setup.mjs'],
          include: ['src/endpoint/**/*.test.ts'],
          exclude: ['**/*sqlite.test.ts', 'src/endpoint/main.test.ts'],
        },
      },
      {
        plugins: [vue()],
        // Found late, each would make Vite reload the page in the middle of a run.
        optimizeDeps: {
          include: [
            '@lucide/vue',
            '@noble/ciphers/chacha.js',
            '@noble/hashes/scrypt.js',
            '@noble/hashes/sha2.js',
            '@noble/hashes/utils.js',
            '@scure/base',
            '@scure/bip39/wordlists/english.js',
            '@vue/test-utils',
            'age-encryption',
            'axe-core',
            'chart.js',
            'd3-dsv',
            'dexie',
            'fast-check',
            'pinia',
            'valibot',
            'vue',
            'vue-router',
          ],
        },
        define: { 'process.env.NODE_ENV': '"test"' },
        test: {
          name: 'browser',
          ...patience,
          include: ['src/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          ...patience,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'attacks',
          ...attackPatience,
          environment: 'node',
          include: ['tests/attacks/**/*.test.ts'],
          exclude: ON_POSTGRES_ALONE,
          fileParallelism: false,
        },
      },
      {
        // Those that the database could answer otherwise.
        test: {
          name: 'attacks-postgres',
          ...attackPatience,
          environment: 'node',
          globalSetup: ['tests/support/postgres.setup.mjs'],
          include: [
            ...['sends-it-again-or-forged', 'pulls-the-plug', 'sends-garbage', 'how-much-it-takes'].map(
              (name) => `tests/attacks/${name}.test.ts`,
            ),
            ...ON_POSTGRES_ALONE,
          ],
          fileParallelism: false,
        },
      },
    ],
  },
})
