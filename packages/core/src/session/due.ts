import { iso } from "../clock.ts"
import type * as Session from "../protocol/session.ts"
import type { Key, Write } from "../table/table.ts"
import { type Head, partition } from "./item.ts"

const DAY_MS = 86_400_000

/** How long before its end the owner of a saved session hears of it. */
export const NOTICE_DAYS = 2

/** `2027-02-19`, in UTC. */
export type Day = string

export const dayOf = (at: number | string): Day => iso(typeof at === "string" ? Date.parse(at) : at).slice(0, 10)

export const dayAfter = (day: Day, days: number): Day => dayOf(Date.parse(day) + days * DAY_MS)

/**
 * The night on which maintenance looks at a session next. It stands on one day's list at a time. Activity moves the session's end and not
 * the list: who is looked at too early is moved on, so that a message costs no write here.
 */
export const key = (sessionId: Session.ID): Key => ({ pk: partition(sessionId), sk: "due" })

/** Where the index lists a day's sessions. */
export const index = (day: Day) => `due#${day}`

/** The attributes that put it there. */
export const listed = (sessionId: Session.ID, day: Day) => ({ gsi1pk: index(day), gsi1sk: sessionId })

export const write = (sessionId: Session.ID, day: Day): Write => ({
  put: { ...key(sessionId), ...listed(sessionId, day) },
})

/** The first night after its end. */
export const expiryDay = ({ expiresAt }: Pick<Head, "expiresAt">): Day => dayAfter(dayOf(expiresAt), 1)

/** The night that is two days, or a little more, before its end. */
export const noticeDay = ({ expiresAt }: Pick<Head, "expiresAt">): Day => dayAfter(dayOf(expiresAt), -NOTICE_DAYS)
