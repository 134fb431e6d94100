// Loaded before the endpoint (`node --import`): whatever asks `Math.random` is noted with where it asked from.
import { appendFileSync } from 'node:fs'

const { random } = Math
Math.random = () => {
  appendFileSync(
    process.env.ATTACK_RANDOM_LOG,
    `${JSON.stringify(new Error('asked').stack.split('\n').slice(2, 5))}\n`,
  )
  return random()
}
