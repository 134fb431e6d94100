import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import type { Catalogue } from '../src/domain/catalogue'
import type { Framework } from '../src/domain/framework'
import type { Id } from '../src/domain/id'
import type { Family, RoleProfile } from '../src/domain/role'
import type { Skill } from '../src/domain/skill'

/** Where the app finds the built-in catalogue, relative to its base. */
const FILE_NAME = 'catalogue.json'

/** `framework.json`: what is said once, and the order of the other files. */
interface Cover {
  title: string
  edition: string
  language: string
  framework: Omit<Framework, 'skills' | 'families' | 'ladders' | 'roles'> & { families: Id[] }
}

/** One file of `roles/`. */
interface FamilyOfRoles {
  family: Family
  roles: RoleProfile[]
}

/**
 * Puts the built-in catalogue together from the files people edit: `framework.json`, one file of
 * `skills/` per group and one of `roles/` per family (each named for the id without the framework's
 * key, in the order `framework.json` gives), `structure.json`, `moves.json` and `strands.json`.
 * The same files always give the same catalogue. Throws, naming the file, when one is missing, is not
 * JSON or belongs to nothing; whether the parts have the right shape and fit together is tested beside this.
 */
export function assembleCatalogue(folder: string): Catalogue {
  const { title, edition, language, framework } = read<Cover>(folder, 'framework.json')
  const nameOf = (id: Id): string => `${id.slice(framework.key.length + 1)}.json`
  const groups = framework.groups.map(({ id }) => nameOf(id))
  const skills = readEach<Skill[]>(join(folder, 'skills'), groups).flat()
  const families = readEach<FamilyOfRoles>(join(folder, 'roles'), framework.families.map(nameOf))
  return {
    v: 1,
    title,
    edition,
    language,
    frameworks: [
      {
        ...framework,
        skills,
        families: families.map(({ family }) => family),
        ladders: [],
        roles: families.flatMap(({ roles }) => roles),
      },
    ],
    ...read<Pick<Catalogue, 'before' | 'after' | 'successions'>>(folder, 'structure.json'),
    moves: read<Catalogue['moves']>(folder, 'moves.json'),
    strands: read<Catalogue['strands']>(folder, 'strands.json'),
  }
}

/** The bytes every laptop holds; their hash is the catalogue's version. */
export function catalogueBytes(folder: string): string {
  return JSON.stringify(assembleCatalogue(folder))
}

/** Every file of a folder, in the order of `names`; a file not among them would be lost unseen, so it is refused. */
function readEach<Part>(folder: string, names: string[]): Part[] {
  const stray = readdirSync(folder).find((name) => !names.includes(name))
  if (stray !== undefined)
    throw new Error(`${join(folder, stray)} belongs to nothing that framework.json names`)
  return names.map((name) => read<Part>(folder, name))
}

function read<Part>(...path: string[]): Part {
  const file = join(...path)
  const text = readFileSync(file, 'utf8')
  try {
    return JSON.parse(text) as Part
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`, { cause: error })
  }
}

/** Writes `catalogue.json` into the built app; in development serves it, and reloads when a part changes. */
export function builtInCatalogue(folder = 'catalogue'): Plugin {
  return {
    name: 'waymark:built-in-catalogue',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE_NAME, source: catalogueBytes(folder) })
    },
    configureServer(server) {
      serveCatalogue(server, folder)
      reloadOnChange(server, resolve(folder) + sep)
    },
  }
}

function serveCatalogue(server: ViteDevServer, folder: string): void {
  server.middlewares.use((request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname !== server.config.base + FILE_NAME) return next()
    try {
      const body = catalogueBytes(folder)
      response.setHeader('content-type', 'application/json')
      response.end(body)
    } catch (error) {
      next(error)
    }
  })
}

function reloadOnChange(server: ViteDevServer, folder: string): void {
  server.watcher.add(folder)
  server.watcher.on('all', (_event, file) => {
    if (file.startsWith(folder)) server.ws.send({ type: 'full-reload' })
  })
}
