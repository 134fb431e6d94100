import { waysTo, type Journey, type Ways } from '../../domain/routes'

/** A question and its answer carry the same number, so that a late answer to an old question is known. */
export interface Asked {
  number: number
  journey: Journey
}

export interface Answered {
  number: number
  ways: Ways
}

addEventListener('message', ({ data: { number, journey } }: MessageEvent<Asked>) => {
  const answer: Answered = { number, ways: waysTo(journey) }
  postMessage(answer)
})
