import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { Catalogue } from '../../src/domain/catalogue'

/**
 * Builds the endpoint as it is deployed, from the sources as they are now, beside an app that is only a page and this
 * catalogue. The folder is like `dist`, below node_modules, so that the endpoint finds its packages and git does not see it.
 */
export async function builtEndpoint(name: string, catalogue: Catalogue): Promise<string> {
  const folder = resolve('node_modules', `.waymark-endpoint-${name}`)
  await build({
    logLevel: 'error',
    configFile: false,
    build: { ssr: 'src/endpoint/main.ts', outDir: join(folder, 'endpoint'), emptyOutDir: true },
  })
  mkdirSync(join(folder, 'app'), { recursive: true })
  writeFileSync(join(folder, 'app', 'index.html'), '<head></head>')
  writeFileSync(join(folder, 'app', 'catalogue.json'), JSON.stringify(catalogue))
  return folder
}
