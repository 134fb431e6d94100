import { EndpointProblem } from '../../../client/problem'

export const TOO_LARGE =
  'The catalogue is larger than the 8 MB that the endpoint takes. Take out a framework that is not needed.'
export const NOT_SECURE =
  'Publishing needs an address that starts with https, or http://localhost: without it the browser cannot work out the version of what it sends.'

/** Why publishing came to nothing, and what was kept, in a sentence or two. */
export function sentenceFor(problem: unknown): string {
  if (problem instanceof RangeError) {
    return 'Somebody changed the draft in another tab meanwhile. Look at the choices again.'
  }
  if (!(problem instanceof EndpointProblem)) {
    return 'Something went wrong on this page. The draft is kept: reload and try again.'
  }
  switch (problem.kind) {
    case 'sign-in':
      return 'That sign-in is no longer valid. Sign in again; the draft is kept.'
    case 'network':
      return 'The service could not be reached. The draft is kept; trying again is safe, even if it had arrived.'
    case 'too-large':
      return TOO_LARGE
    case 'malformed':
      return `The endpoint did not take it: ${ended(problem.sentence)} The draft is kept.`
    default:
      return `${ended(problem.sentence)} The draft is kept.`
  }
}

function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`
}
