import { SignedOutSchema, SignInSchema } from '../../contract/signIn'
import { cookie, cookieIn, noCookie, SESSION_COOKIE, STARTED_COOKIE } from '../signIn/cookies'
import { refuseForeign } from '../signIn/foreign'
import { beginSignIn, finishSignIn, readSignIn, signOut, type SentOn } from '../signIn/signIn'
import { STARTED_SECONDS, startedIn, startedText } from '../signIn/started'
import { json, NO_BODY_LIMIT, type Answer, type Asked, type Route } from './route'

const ANYONE = { who: 'anyone', limit: NO_BODY_LIMIT } as const
const COOKIE = { Cookie: 'the session, where there is one' }

/** Signing in and out with the organisation's identity provider. No other address for anyone looks at a cookie. */
export const SIGN_IN_ROUTES: readonly Route[] = [
  {
    ...ANYONE,
    method: 'GET',
    path: 'sign-in',
    says: 'How one signs in here, and who did',
    gives: { 200: SignInSchema },
    heeds: COOKIE,
    answer: async (asked, deps) => json(await readSignIn(sessionIn(asked), deps)),
  },
  {
    ...ANYONE,
    method: 'GET',
    path: 'sign-in/start',
    says: 'Sends a browser to the identity provider',
    gives: { 303: null },
    refuses: ['not-found'],
    query: {
      to: 'the page of the app to come back to, from where the app is',
      account: '`another`: the provider asks who it is, though somebody is signed in there',
    },
    answer: async ({ query }, deps) =>
      sentOn(await beginSignIn(query.get('to'), query.get('account') === 'another', deps)),
  },
  {
    ...ANYONE,
    method: 'GET',
    path: 'sign-in/callback',
    says: 'Where the identity provider sends a browser back to',
    gives: { 303: null },
    refuses: ['not-found'],
    query: { code: 'from the identity provider', state: 'as it was sent there', error: 'why it refused' },
    heeds: COOKIE,
    answer: async (asked, deps) => {
      const started = startedIn(cookieIn(asked.header('cookie'), STARTED_COOKIE))
      return sentOn(await finishSignIn(asked.query, started, sessionIn(asked), deps))
    },
  },
  {
    ...ANYONE,
    method: 'POST',
    path: 'sign-out',
    says: 'Ends the session, on every process',
    gives: { 200: SignedOutSchema },
    refuses: ['not-found', 'foreign'],
    heeds: COOKIE,
    answer: async (asked, deps) => {
      if (deps.identity !== undefined) refuseForeign(asked, deps.identity.settings.home)
      const end = await signOut(sessionIn(asked), deps)
      const answer = json({ v: 1, ...(end === undefined ? {} : { end }) })
      return { ...answer, headers: { ...answer.headers, 'set-cookie': noCookie(SESSION_COOKIE) } }
    },
  },
]

function sessionIn(asked: Asked): string | undefined {
  return cookieIn(asked.header('cookie'), SESSION_COOKIE)
}

function sentOn({ address, started, session }: SentOn): Answer {
  const set =
    started === undefined
      ? noCookie(STARTED_COOKIE)
      : cookie(STARTED_COOKIE, startedText(started), STARTED_SECONDS)
  const cookies = session === undefined ? [set] : [set, cookie(SESSION_COOKIE, session)]
  return { status: 303, headers: { location: address, 'set-cookie': cookies } }
}
