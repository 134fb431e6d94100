import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type UserConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { builtInCatalogue } from './build/catalogue.ts'

const pwa = VitePWA({
  registerType: 'prompt',
  injectRegister: false,
  manifest: {
    name: 'Waymark',
    short_name: 'Waymark',
    description: 'Your skills, the roles open from here, and what lies between.',
    lang: 'en-GB',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#FBFAF6',
    theme_color: '#1E5B3D',
    icons: [
      { src: 'waymark.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: 'waymark-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'waymark-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'waymark-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  workbox: {
    globPatterns: ['**/*.{html,js,css,woff2,svg,png,json}'],
    // The icons of the manifest are added by the plugin itself; twice in the list leaves every cache empty.
    globIgnores: ['waymark*.{png,svg}'],
    navigateFallback: 'index.html',
    navigateFallbackDenylist: [/\/api\//, /\/healthz$/],
    inlineWorkboxRuntime: true,
    cleanupOutdatedCaches: true,
    maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
  },
})

const app: UserConfig = {
  // Relative, so that one build serves under any BASE_PATH: `<base href>` is written when served.
  base: './',
  plugins: [vue(), builtInCatalogue(), pwa],
  build: { outDir: 'dist/app', target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  worker: { format: 'es' },
}

const endpoint: UserConfig = {
  publicDir: false,
  build: {
    ssr: fileURLToPath(new URL('src/endpoint/main.ts', import.meta.url)),
    outDir: 'dist/endpoint',
    target: 'node20',
  },
}

export default defineConfig(({ isSsrBuild }) => (isSsrBuild ? endpoint : app))
