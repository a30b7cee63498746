import * as z from "zod/mini"

const isDay = (text: string) => new Date(text).toJSON()?.slice(0, 10) === text

/** `2026-11-22`, in UTC. */
export const Day = z.string().check(
  z.regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  z.refine(isDay), // no thirty-first of February
)
export type Day = z.infer<typeof Day>

/** What happened on a day. Sums alone, so that days can be added up. */
export const Daily = z.object({
  day: Day,
  /** Begun on it. */
  sessions: z.int(),
  /** Of visitors. */
  messages: z.int(),
  /** Whole ones of the interviewer, and turns that failed. One that the visitor stopped is neither. */
  replies: z.int(),
  failures: z.int(),
  submissions: z.int(),
  /** Asked for, by sessions. */
  exports: z.int(),
  /** From the beginning of a session to its submission, of all that were submitted on it. */
  submittedSeconds: z.int(),
  /** Of the replies, also of those with visitors' own keys. */
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** Of the owner's key, at list prices: whatever was asked of a model counts, also for a reply that failed. */
  costUsd: z.number(),
})
export type Daily = z.infer<typeof Daily>

/**
 * What became of a question. `skipped`: not answered, or with "not sure", though something was said after it. `left`: nothing was said
 * after it, up to now. `question` is its stable name, in no language.
 */
export const Step = z.object({
  question: z.string(),
  asked: z.int(),
  answered: z.int(),
  skipped: z.int(),
  left: z.int(),
})
export type Step = z.infer<typeof Step>

/** Replies in which the built-in interviewer stood in for a model, and the code of the reason: `model.key_refused`, `budget.stage`. */
export const Fallback = z.object({ because: z.string(), replies: z.int() })
export type Fallback = z.infer<typeof Fallback>

/** A line for every day from `from` to `to`, oldest first; the funnel in the order in which questions are asked. */
export const Report = z.object({
  from: Day,
  to: Day,
  days: z.array(Daily),
  funnel: z.array(Step),
  fallbacks: z.array(Fallback),
})
export type Report = z.infer<typeof Report>

export const Query = z.strictObject({ from: z.optional(Day), to: z.optional(Day) })
