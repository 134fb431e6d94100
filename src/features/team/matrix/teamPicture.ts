import type { Grouped } from '../../../domain/team/group'
import type { TeamPerson } from '../../../domain/team/person'
import type { TeamSkill } from '../../../domain/team/skills'
import { cellLook } from './cellLook'

/** Paper colours, as in `matrix.css`: a picture is light whatever the screen is. */
const FILLS = ['#ffffff', '#e4efe8', '#c3dccd', '#98c3aa', '#3d7d5b', '#1a4f35']
const [INK, QUIET, EDGE, PAPER] = ['#17221c', '#4a574f', '#857f70', '#ffffff']
const NAME_FONT = '600 12px'
const FONT = "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif"
const CELL = 30
const NAMES_WIDTH = 240
const TITLE_HEIGHT = 92
const GROUP_HEIGHT = 28
/** Wider than this and browsers draw nothing. */
const LONGEST_SIDE = 16_000

export interface Pictured {
  title: string
  /** Lines under the title: what it is of, and what its signs mean. */
  notes: readonly string[]
  people: readonly TeamPerson[]
  skills: readonly Grouped<TeamSkill>[]
}

/** The team's table as a PNG, people down; undefined where it is too large for a picture. */
export async function teamPicture(pictured: Pictured): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const columns = pictured.skills.reduce((sum, { items }) => sum + items.length, 0)
  const width = Math.max(NAMES_WIDTH + columns * CELL + 20, 900)
  const top = TITLE_HEIGHT + headHeight(pictured.skills)
  const height = top + pictured.people.length * CELL + 20
  const scale = Math.min(2, LONGEST_SIDE / Math.max(width, height))
  if (scale < 0.8) return undefined
  const canvas = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale))
  const pen = canvas.getContext('2d')!
  pen.scale(scale, scale)
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, width, height)
  drawTitle(pen, pictured)
  drawSkillNames(pen, pictured.skills, top)
  pictured.people.forEach((person, at) => drawPerson(pen, person, top + at * CELL, pictured.skills))
  const blob = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}

type Pen = OffscreenCanvasRenderingContext2D

function write(pen: Pen, text: string, x: number, y: number, font: string, colour: string): void {
  pen.font = `${font} ${FONT}`
  pen.fillStyle = colour
  pen.fillText(text, x, y)
}

function drawTitle(pen: Pen, { title, notes }: Pictured): void {
  write(pen, title, 10, 30, '700 22px', INK)
  notes.forEach((note, at) => write(pen, note, 10, 54 + at * 18, '400 13px', QUIET))
}

/** As high as the longest name of a skill is long, under the names of the groups. */
function headHeight(groups: readonly Grouped<TeamSkill>[]): number {
  const pen = new OffscreenCanvas(1, 1).getContext('2d')!
  pen.font = `${NAME_FONT} ${FONT}`
  const lengths = groups.flatMap(({ items }) => items.map(({ name }) => pen.measureText(name).width))
  return GROUP_HEIGHT + Math.ceil(Math.max(0, ...lengths)) + 12
}

function drawSkillNames(pen: Pen, groups: readonly Grouped<TeamSkill>[], top: number): void {
  let x = NAMES_WIDTH
  for (const { name, items } of groups) {
    pen.save()
    pen.beginPath()
    pen.rect(x, TITLE_HEIGHT, items.length * CELL - 4, 20)
    pen.clip()
    write(pen, name, x + 4, TITLE_HEIGHT + 14, '700 11px', QUIET)
    pen.restore()
    for (const skill of items) {
      pen.save()
      pen.translate(x + CELL / 2 + 4, top - 8)
      pen.rotate(-Math.PI / 2)
      write(pen, skill.name, 0, 0, NAME_FONT, INK)
      pen.restore()
      x += CELL
    }
  }
}

function drawPerson(pen: Pen, person: TeamPerson, y: number, groups: readonly Grouped<TeamSkill>[]): void {
  write(pen, person.away ? `${person.name} (away)` : person.name, 10, y + 19, '500 13px', INK)
  groups
    .flatMap(({ items }) => items)
    .forEach((skill, column) => {
      const { classes, text } = cellLook(person.cells.get(skill.id), skill.scale)
      drawCell(pen, NAMES_WIDTH + column * CELL, y, classes, text)
    })
}

function drawCell(pen: Pen, x: number, y: number, classes: string, text: string): void {
  const shade = Number(/shade-(\d)/.exec(classes)?.[1] ?? 0)
  pen.fillStyle = FILLS[shade]!
  pen.fillRect(x + 1, y + 1, CELL - 2, CELL - 2)
  if (classes.startsWith('shade-0')) {
    pen.strokeStyle = EDGE
    pen.strokeRect(x + 1.5, y + 1.5, CELL - 3, CELL - 3)
  }
  const colour = shade > 3 ? PAPER : INK
  pen.textAlign = 'center'
  write(pen, text === '' ? '·' : text, x + CELL / 2, y + 20, text === 'n/a' ? '400 10px' : '600 13px', colour)
  const mark = classes.endsWith('agreed') ? '✓' : classes.endsWith('own') ? '○' : ''
  write(pen, mark, x + CELL - 6, y + 10, '400 9px', colour)
  pen.textAlign = 'start'
}
