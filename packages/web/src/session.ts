import { keep, recall } from "./storage.ts"

/** The session a page shows stands in its path, `/s/<sessionId>`; `/` is a first visit. */
export const sessionIn = (path: string) => /^\/s\/(ses_[0-9A-Za-z]+)$/.exec(path)?.[1]

export const pathOf = (sessionId: string) => `/s/${sessionId}`

export const lastSession = () => recall("last")
export const rememberSession = (sessionId: string) => keep("last", sessionId)

export function forgetSession(sessionId: string) {
  if (lastSession() === sessionId) keep("last", "")
}
