import { dropKey } from "./key/own-key.ts"
import { forgetAll, keep, recall } from "./storage.ts"

export type SessionId = `ses_${string}`

/** The session a page shows stands in its path, `/s/<sessionId>`; `/` is a first visit. */
export const sessionIn = (path: string): SessionId | undefined => {
  const id = /^\/s\/([^/]+)$/.exec(path)?.[1]
  return id !== undefined && isSession(id) ? id : undefined
}

const isSession = (id: string): id is SessionId => /^ses_[0-9A-Za-z]+$/.test(id)

export const pathOf = (sessionId: string) => `/s/${sessionId}`

/** Where the links from mails lead. */
export const LINK_PATH = "/link"

/** Where one asks how a submission stands. */
export const STATUS_PATH = "/status"

/** Where the owner reads what was submitted. */
export const OPERATOR_PATH = "/operator"

export const lastSession = () => recall("last")

/** This browser has, or had, a conversation to go on with. */
export const knowsSessions = () => recall("known") !== undefined
export const knowsNone = () => keep("known", "")

export function rememberSession(sessionId: string) {
  keep("last", sessionId)
  keep("known", "1")
}

export function forgetSession(sessionId: string) {
  if (lastSession() === sessionId) keep("last", "")
}

/** What it is held in; `boot.js` knows the name too. */
export const languageOf = (sessionId: string) => `language.${sessionId}`

/** Drafts, what was not sent, what was seen: nothing of the session stays in the browser. Nor does a key. */
export function removeTraces(sessionId: string) {
  forgetSession(sessionId)
  forgetAll(sessionId)
  dropKey()
}
