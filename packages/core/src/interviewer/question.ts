import * as z from "zod/mini"
import { ID as TopicID } from "./topic.ts"

/**
 * What a question is about, by a name in no language and of no visitor's. In the order in which they are mostly asked: which sentences of a
 * brief only tell how things are, the topics of the interview, anything else, how a requirement is checked, which side of a contradiction
 * holds, and whether to sum up.
 */
export const ID = z.enum(["unsorted", ...TopicID.options, "else", "criterion", "dispute", "wrap"])
export type ID = z.infer<typeof ID>

/**
 * What a message did with the question that waited for it. `waiting`: nothing, so that it was asked again. A visitor who is not sure, goes
 * back, or ends it there has skipped it.
 */
export const Fate = z.enum(["answered", "skipped", "waiting"])
export type Fate = z.infer<typeof Fate>

/** The way of the questions through one turn: `asks` is the one that waits now, if there is one. */
export type Course = { fate: Fate; asks?: ID }

/** What a turn did to the questions, as it is stored and counted. */
export const Traced = z.object({ asked: z.optional(ID), answered: z.optional(ID), skipped: z.optional(ID) })
export type Traced = z.infer<typeof Traced>

/**
 * `before`: the question that waited for the message. One that waits still was asked once; whatever is said to "is there anything else"
 * answers it.
 */
export function traced({ fate, asks }: Course, before: ID | undefined): Traced {
  if (fate === "waiting" && asks === before) return {}
  const isAnswered = fate === "answered" || before === "wrap"
  return { ...(asks && { asked: asks }), ...(before && { [isAnswered ? "answered" : "skipped"]: before }) }
}
