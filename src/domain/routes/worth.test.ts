import { expect, it } from 'vitest'
import type { RoleProfile } from '../role'
import type { Leg, Route, Ways } from '../routes'
import { routesWorthIt } from './worth'

const role = (name: string, seniority: number): RoleProfile => ({
  id: name,
  name,
  family: 'any',
  seniority,
  purpose: '',
  requirements: [],
})
const target = role('senior engineer', 3)
const leg = (to: RoleProfile, toGain: number): Leg => ({
  role: to,
  move: { from: 'any', to: to.id, kind: 'promotion' },
  learn: [],
  toGain,
})
const by = (stone: RoleProfile, toGain: number): Route => ({
  legs: [leg(stone, toGain), leg(target, 0)],
  toGain,
})
const ways = (drawn: boolean, ...routes: Route[]): Ways => {
  const straight = leg(target, 40)
  const direct = drawn ? straight : { role: target, learn: [], toGain: 40 }
  return { direct, routes: drawn ? [{ legs: [straight], toGain: 40 }, ...routes] : routes }
}

const analyst = role('analyst', 3)
const manager = role('manager', 4)

it('leaves out the direct way, which is told by itself', () => {
  expect(routesWorthIt(ways(true))).toEqual([])
})

it('keeps a way that takes up to half as much again as the direct way, and none longer', () => {
  const routes = [by(analyst, 60), by(analyst, 61)]
  expect(routesWorthIt(ways(true, ...routes))).toEqual([routes[0]])
})

it('keeps a way past the target only where it takes no more than the direct way', () => {
  const routes = [by(manager, 40), by(manager, 41)]
  expect(routesWorthIt(ways(true, ...routes))).toEqual([routes[0]])
})

it('keeps the best drawn way, whatever it takes, where no move is drawn straight there', () => {
  const routes = [by(analyst, 72), by(analyst, 80)]
  expect(routesWorthIt(ways(false, ...routes))).toEqual([routes[0]])
  const past = [by(manager, 72), by(analyst, 80)]
  expect(routesWorthIt(ways(false, ...past))).toEqual([past[1]])
  expect(routesWorthIt(ways(false, past[0]!))).toEqual([past[0]])
})
