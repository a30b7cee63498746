import * as Question from "../interviewer/question.ts"
import type { Daily, Day, Fallback, Step } from "../protocol/metrics.ts"
import type { Item, Key } from "../table/table.ts"

/** The counters of a day. Money is counted in whole millionths, which add up. */
const FIGURES = [
  "sessions",
  "messages",
  "replies",
  "failures",
  "submissions",
  "exports",
  "submittedSeconds",
  "inputTokens",
  "outputTokens",
  "costMicroUsd",
] as const
export type Figure = (typeof FIGURES)[number]

/** What became of a question, each a counter beside those: `asked_users`. */
const FATES = ["asked", "answered", "skipped"] as const
export type Fate = (typeof FATES)[number]

export const nameOf = (fate: Fate, question: Question.ID) => `${fate}_${question}` as const

const FELL_BACK = "fellBack_"
/** Replies in which another interviewer stood in, by the code of what failed; an attribute in an update has no dots. */
export const fellBack = (because: string) => `${FELL_BACK}${because.replaceAll(".", "__")}` as const
type FellBack = ReturnType<typeof fellBack>
type Fated = ReturnType<typeof nameOf>
export type Name = Figure | Fated | FellBack

export type Sums = Partial<Record<Figure | Fated, number>> & { readonly [name: FellBack]: number }

/** A day is counted in so many items, so that several may count it at the same time. */
const SHARDS = 4

const partition = (month: string) => `metrics#${month}`

/** Any one of the day's: only their sum means something. */
export const shardKey = (day: Day): Key => ({
  pk: partition(day.slice(0, 7)),
  sk: `day#${day}#${Math.floor(Math.random() * SHARDS)}`,
})

/** All shards of a month's days from `from` to `to`. */
export const daysOf = (month: string, { from, to }: { from: Day; to: Day }) => ({
  pk: partition(month),
  from: `day#${from}`,
  to: `day#${to}#~`,
})

const DAY = /^day#(.{10})#/
export const dayIn = ({ sk }: Item): Day => DAY.exec(sk)?.[1] ?? ""

/** That a change was counted. It names the change in the stream, and nothing of what it was about. */
export const markKey = (changeId: string): Key => ({ pk: `counted#${changeId}`, sk: "counted" })

/** What a name has come to in all these items. */
const sum = (items: readonly Item[], name: Name) =>
  items.reduce((total, { [name]: value }) => total + (typeof value === "number" ? value : 0), 0)

export const dailyOf = (day: Day, items: readonly Item[]): Daily => {
  const of = (name: Figure) => sum(items, name)
  return {
    day,
    sessions: of("sessions"),
    messages: of("messages"),
    replies: of("replies"),
    failures: of("failures"),
    submissions: of("submissions"),
    exports: of("exports"),
    submittedSeconds: of("submittedSeconds"),
    inputTokens: of("inputTokens"),
    outputTokens: of("outputTokens"),
    costUsd: of("costMicroUsd") / 1_000_000,
  }
}

/** The most frequent first. */
export const fallbacksOf = (items: readonly Item[]): Fallback[] =>
  [...new Set(items.flatMap(Object.keys))]
    .filter((name): name is FellBack => name.startsWith(FELL_BACK))
    .map((name) => ({ because: name.slice(FELL_BACK.length).replaceAll("__", "."), replies: sum(items, name) }))
    .sort((one, other) => other.replies - one.replies || (one.because < other.because ? -1 : 1))

/** Questions that nobody was asked are left out. */
export const funnelOf = (items: readonly Item[]): Step[] =>
  Question.ID.options.flatMap((question) => {
    const [asked = 0, answered = 0, skipped = 0] = FATES.map((fate) => sum(items, nameOf(fate, question)))
    const left = Math.max(0, asked - answered - skipped) // asked before the first of these days
    return asked + answered + skipped === 0 ? [] : [{ question, asked, answered, skipped, left }]
  })
