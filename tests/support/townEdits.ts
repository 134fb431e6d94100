import type { Catalogue } from '../../src/domain/catalogue'
import type { Change } from '../../src/domain/difference/change'

/** Changes a catalogue in one way, somewhere that `n` picks, and says what that is. */
export type TownEdit = (catalogue: Catalogue, n: number) => Change

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const byId = <T extends { id: string }>(things: readonly T[], ids: readonly string[], n: number): T =>
  things.find(({ id }) => id === pick(ids, n))!
const skillOf = (c: Catalogue, n: number) =>
  byId(c.frameworks[0]!.skills, ['town-digging', 'town-planting', 'town-draining', 'town-bathing'], n)
const roleOf = (c: Catalogue, n: number) =>
  byId(c.frameworks[0]!.roles, ['town-gardener', 'town-foreman', 'town-bathkeeper'], n)
const sideOf = (n: number) => (n % 2 === 0 ? 'before' : 'after')

/** Every way in which two versions may differ, each touching one thing and nothing that another touches. */
export const TOWN_EDITS: Record<string, TownEdit> = {
  'skill added': (c, n) => {
    const skills = c.frameworks[0]!.skills
    skills.splice(n % (skills.length + 1), 0, {
      id: 'town-mowing',
      name: 'Mowing',
      summary: '',
      groups: ['town-earth'],
      descriptors: [],
    })
    return { kind: 'added', thing: { of: 'skill', id: 'town-mowing' }, name: 'Mowing' }
  },
  'skill renamed': (c, n) => {
    const skill = skillOf(c, n)
    const from = skill.name
    skill.name = `Better ${from}`
    return { kind: 'renamed', thing: { of: 'skill', id: skill.id }, from, to: skill.name }
  },
  'skill reworded': (c, n) => {
    const skill = skillOf(c, n)
    const descriptor = pick(skill.descriptors, n)
    descriptor.statements = [...descriptor.statements, 'And sings']
    return { kind: 'skill-reworded', skill: skill.id, summary: false, levels: [descriptor.level] }
  },
  'skill regrouped': (c, n) => {
    const skill = skillOf(c, n)
    const from = skill.groups
    skill.groups = ['town-earth', 'town-water']
    return { kind: 'skill-regrouped', skill: skill.id, from, to: skill.groups }
  },
  'needed level set': (c, n) => {
    const skill = skillOf(c, n)
    skill.needed = 1 + (n % 3)
    return { kind: 'needed-level', skill: skill.id, from: undefined, to: skill.needed }
  },
  'learning written': (c, n) => {
    const skill = skillOf(c, n)
    skill.learning = [{ to: 2, way: 'formal', what: 'A course', hours: 6 }]
    return { kind: 'skill-advice', skill: skill.id, about: 'ways to learn it' }
  },
  'role added': (c) => {
    const role = {
      id: 'town-mayor',
      name: 'Mayor',
      family: 'town-parks',
      seniority: 3,
      purpose: '',
      requirements: [],
    }
    c.frameworks[0]!.roles.push(role)
    return { kind: 'added', thing: { of: 'role', id: role.id }, name: role.name }
  },
  'role renamed': (c, n) => {
    const role = roleOf(c, n)
    const from = role.name
    role.name = `Senior ${from}`
    return { kind: 'renamed', thing: { of: 'role', id: role.id }, from, to: role.name }
  },
  'role reworded': (c, n) => {
    const role = roleOf(c, n)
    role.waysIn = 'From anywhere'
    return { kind: 'reworded', thing: { of: 'role', id: role.id } }
  },
  'role in another family': (c) => {
    const role = roleOf(c, 0)
    role.family = 'town-pools'
    return { kind: 'refamilied', thing: { of: 'role', id: role.id }, from: 'town-parks', to: 'town-pools' }
  },
  'requirement added': (c, n) => {
    const role = roleOf(c, n)
    role.requirements.push({ skill: 'town-bathing', level: 1, essential: false })
    return { kind: 'requirement-added', role: role.id, skill: 'town-bathing', level: 1, essential: false }
  },
  'requirement removed': (c) => {
    const role = roleOf(c, 2)
    const { skill, level, essential } = role.requirements.shift()!
    return { kind: 'requirement-removed', role: role.id, skill, level, essential }
  },
  'level moved': (c, n) => {
    const role = roleOf(c, n % 2)
    const asked = pick(role.requirements.slice(0, 2), n)
    const from = asked.level
    if (n % 3 === 0) delete asked.level
    else asked.level = 3
    return { kind: 'required-level', role: role.id, skill: asked.skill, from, to: asked.level }
  },
  'weight changed': (c, n) => {
    const role = roleOf(c, n % 2)
    const asked = pick(role.requirements.slice(0, 2), n)
    asked.essential = !asked.essential
    return { kind: 'required-weight', role: role.id, skill: asked.skill, essential: asked.essential }
  },
  'group renamed': (c) => {
    c.frameworks[0]!.groups[0]!.name = 'Soil'
    return { kind: 'renamed', thing: { of: 'group', id: 'town-earth' }, from: 'Earth', to: 'Soil' }
  },
  'scale changed': (c) => {
    c.frameworks[0]!.scale.levels[0]!.label = 'Heard of it'
    return { kind: 'scale', framework: 'town' }
  },
  'licence changed': (c) => {
    const framework = c.frameworks[0]!
    const from = framework.licence
    framework.licence = { ...from, redistributable: 'no' }
    return { kind: 'licence', framework: 'town', from, to: framework.licence }
  },
  'unit added': (c, n) => {
    c[sideOf(n)].units.push({ id: 'town-indoors', name: 'Indoors' })
    return { kind: 'added', thing: { of: 'unit', id: 'town-indoors', when: sideOf(n) }, name: 'Indoors' }
  },
  'unit moved': (c, n) => {
    const unit = c[sideOf(n)].units[1]!
    delete unit.parent
    return { kind: 'unit-moved', unit: unit.id, when: sideOf(n), from: 'town-all', to: undefined }
  },
  'post removed': (c) => {
    const post = c.before.posts.pop()!
    return { kind: 'removed', thing: { of: 'post', id: post.id, when: 'before' }, name: post.name }
  },
  'headcount changed': (c, n) => {
    const post = pick(c.after.posts, n)
    post.headcount = 4 + n
    return { kind: 'headcount', post: post.id, when: 'after', from: 3, to: 4 + n }
  },
  'post with another role': (c) => {
    const post = c.after.posts[0]!
    post.role = 'town-foreman'
    return { kind: 'post-role', post: post.id, when: 'after', from: 'town-gardener', to: 'town-foreman' }
  },
  'post graded': (c, n) => {
    const post = pick(c.after.posts, n)
    post.grade = 'Band 9'
    return { kind: 'post-grade', post: post.id, when: 'after', from: undefined, to: 'Band 9' }
  },
  'consultation opened': (c, n) => {
    c[sideOf(n)].inConsultation = true
    return { kind: 'consultation', when: sideOf(n), open: true }
  },
  'succession added': (c) => {
    c.successions.push({ from: 'town-old-bathkeeper', to: ['town-new-gardener'] })
    return { kind: 'succession', post: 'town-old-bathkeeper', from: [], to: ['town-new-gardener'] }
  },
  'succession changed': (c) => {
    c.successions[0]!.to = ['town-new-foreman']
    return {
      kind: 'succession',
      post: 'town-old-gardener',
      from: ['town-new-gardener'],
      to: ['town-new-foreman'],
    }
  },
  'move added': (c) => {
    c.moves.push({ from: 'town-foreman', to: 'town-gardener', kind: 'return' })
    return { kind: 'move-added', from: 'town-foreman', to: 'town-gardener', as: 'return' }
  },
  'move removed': (c) => {
    c.moves.shift()
    return { kind: 'move-removed', from: 'town-gardener', to: 'town-foreman', as: 'promotion' }
  },
  'move of another kind': (c) => {
    const move = c.moves.find(({ kind }) => kind === 'sideways')!
    move.kind = 'new-structure'
    const { from, to } = move
    return { kind: 'move-kind', from, to, was: 'sideways', is: 'new-structure' }
  },
  'strand needs another skill': (c, n) => {
    const strand = pick(c.strands, n)
    strand.needs.push({ skill: 'town-bathing', headcount: 5 })
    return { kind: 'strand-need', strand: strand.id, skill: 'town-bathing', from: undefined, to: 5 }
  },
  'strand needs more people': (c) => {
    c.strands[0]!.needs[0]!.headcount = 9
    return { kind: 'strand-need', strand: 'town-green', skill: 'town-digging', from: 2, to: 9 }
  },
  'notice added': (c) => {
    c.notice = { text: 'Read this', roles: ['town-foreman'] }
    return { kind: 'notice', from: undefined, to: 'Read this' }
  },
  'catalogue retitled': (c) => {
    c.title = 'New Town'
    return { kind: 'catalogue-detail', what: 'title', from: 'Town', to: 'New Town' }
  },
  'skills in another order': (c) => {
    c.frameworks[0]!.skills.reverse()
    return { kind: 'reordered', of: 'skill', in: 'town' }
  },
}
