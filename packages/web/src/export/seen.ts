import { keep, recall } from "../storage.ts"
import type { Export } from "./export.ts"

const seenOf = (sessionId: string) => `export.${sessionId}`
const asSeen = ({ id, status }: Export) => `${id} ${status}`

/** What has come of it was looked at, or waved away, in this browser. */
export const see = (sessionId: string, one: Export) => keep(seenOf(sessionId), asSeen(one))
export const isSeen = (sessionId: string, one: Export) => recall(seenOf(sessionId)) === asSeen(one)
