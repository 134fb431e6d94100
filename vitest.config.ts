import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunch } from './tests/chromium.ts'

/** A hang ends a test; a slow machine must not. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          ...patience,
          environment: 'node',
          include: ['src/**/*.test.ts', 'build/**/*.test.ts', 'scripts/**/*.test.mjs', 'eslint/**/*.test.js'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
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
          include: ['tests/journeys/**/*.test.ts', 'tests/attacks/**/*.test.ts'],
          ...patience,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
