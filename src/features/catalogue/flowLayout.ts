import type { Id } from '../../domain/id'
import type { Flow } from '../../domain/structureFlows'

/** Something on one side of the picture: where its slot stands and its bar inside it, in pixels from the top. */
export interface FlowNode {
  id: Id
  slotTop: number
  slotHeight: number
  barTop: number
  barHeight: number
}

/** One band from left to right, as a path in a picture 100 wide. */
export interface FlowBand extends Flow {
  path: string
}

export interface FlowLayout {
  height: number
  left: FlowNode[]
  right: FlowNode[]
  bands: FlowBand[]
}

const PIXELS_A_HEAD = 2
/** Room for a name on two lines, whatever the headcount. */
const SLOT_MIN = 46
const GAP = 6

/**
 * Places two columns of things, each as tall as its headcount, and the bands between them as thick as theirs.
 * The order of each column is kept, and bands leave and arrive in the order of the other column, so that few cross.
 */
export function layOutFlows(
  left: readonly { id: Id; headcount: number }[],
  right: readonly { id: Id; headcount: number }[],
  flows: readonly Flow[],
): FlowLayout {
  const height = Math.max(heightOf(left), heightOf(right))
  const [leftNodes, rightNodes] = [stack(left, height), stack(right, height)]
  const [leftAt, rightAt] = [positions(left), positions(right)]
  const inOrder = flows
    .filter(({ from, to }) => leftAt.has(from) && rightAt.has(to))
    .sort(
      (one, other) =>
        at(leftAt, one.from) - at(leftAt, other.from) || at(rightAt, one.to) - at(rightAt, other.to),
    )
  const [leaving, arriving] = [tops(leftNodes), tops(rightNodes)]
  const bands = inOrder.map((flow) => {
    const [from, to] = [at(leaving, flow.from), at(arriving, flow.to)]
    const thick = flow.headcount * PIXELS_A_HEAD
    leaving.set(flow.from, from + thick)
    arriving.set(flow.to, to + thick)
    return { ...flow, path: bandPath(from, to, thick) }
  })
  return { height, left: leftNodes, right: rightNodes, bands }
}

// A unit may keep its id from the old structure to the new, so each side has a map of its own.
const positions = (column: readonly { id: Id }[]) => new Map(column.map(({ id }, position) => [id, position]))
const tops = (nodes: readonly FlowNode[]) => new Map(nodes.map(({ id, barTop }) => [id, barTop]))
const at = (map: Map<Id, number>, id: Id) => map.get(id) ?? 0

const slotOf = (headcount: number) => Math.max(SLOT_MIN, headcount * PIXELS_A_HEAD)

function heightOf(column: readonly { headcount: number }[]): number {
  return column.reduce((sum, { headcount }) => sum + slotOf(headcount) + GAP, -GAP)
}

/** Spreads a column over the whole height. */
function stack(column: readonly { id: Id; headcount: number }[], height: number): FlowNode[] {
  const spare = column.length > 1 ? (height - heightOf(column)) / (column.length - 1) : 0
  let top = 0
  return column.map(({ id, headcount }) => {
    const slotHeight = slotOf(headcount)
    const barHeight = headcount * PIXELS_A_HEAD
    const node = { id, slotTop: top, slotHeight, barTop: top + (slotHeight - barHeight) / 2, barHeight }
    top += slotHeight + GAP + spare
    return node
  })
}

function bandPath(from: number, to: number, thick: number): string {
  const n = (value: number) => Math.round(value * 10) / 10
  const [a, b, c, d] = [n(from), n(to), n(to + thick), n(from + thick)]
  return `M0 ${a}C50 ${a} 50 ${b} 100 ${b}V${c}C50 ${c} 50 ${d} 0 ${d}Z`
}
