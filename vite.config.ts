import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
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

/** The type of the first paint, asked for together with the first script instead of after the styles. */
const preloadType: Plugin = {
  name: 'preload-type',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      return Object.keys(bundle)
        .filter((file) => /latin-wght-normal[^/]*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${file}`, crossorigin: true },
          injectTo: 'head',
        }))
    },
  },
}

/** Shared by several pages, and by none that is seen first: each comes with the page that needs it. */
const LATER = {
  session: 'appraisals|team|packs|myPlan|signIn',
  database:
    'actions|certificates|appraisals|members|wordings|laptopKeys|managerKey|managerCards|files|keptReleases',
  ui: 'charts|FileDrop|SecretInput|CopyButton|PageTabs',
}
const SHARED = new RegExp(
  String.raw`src[\\/](session[\\/](?!${LATER.session})|database[\\/](?!${LATER.database})|shell[\\/]|ui[\\/](?!${LATER.ui}))`,
)

const app: UserConfig = {
  // Relative, so that one build serves under any BASE_PATH: `<base href>` is written when served.
  base: './',
  plugins: [vue(), builtInCatalogue(), preloadType, pwa],
  // Only the Composition API is used here, and by the router and Pinia.
  define: { __VUE_OPTIONS_API__: 'false' },
  build: {
    outDir: 'dist/app',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules.(@vue|vue|vue-router|pinia|dexie)\b/ },
            // What most pages share comes in one file: thirty small ones cost more than they save.
            {
              name: 'core',
              test: SHARED,
              minShareCount: 4,
            },
          ],
        },
      },
    },
  },
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
