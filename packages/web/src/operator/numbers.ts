import type { Operator } from "@spec-wizard/client"

export type Report = Awaited<ReturnType<Operator["metrics"]>>
export type Daily = Report["days"][number]
export type Sums = Omit<Daily, "day">

/** Of fewer than that a percentage says more than is known: one visitor more or less would move it by more than five. */
const ENOUGH = 20

export const sums = (days: readonly Daily[]): Sums =>
  days.reduce<Sums>(
    (total, day) => ({
      sessions: total.sessions + day.sessions,
      messages: total.messages + day.messages,
      replies: total.replies + day.replies,
      failures: total.failures + day.failures,
      submissions: total.submissions + day.submissions,
      exports: total.exports + day.exports,
      submittedSeconds: total.submittedSeconds + day.submittedSeconds,
      inputTokens: total.inputTokens + day.inputTokens,
      outputTokens: total.outputTokens + day.outputTokens,
      costUsd: total.costUsd + day.costUsd,
    }),
    {
      sessions: 0,
      messages: 0,
      replies: 0,
      failures: 0,
      submissions: 0,
      exports: 0,
      submittedSeconds: 0,
      inputTokens: 0,
      outputTokens: 0,
      costUsd: 0,
    },
  )

/** Of `whole`, as 0 to 1, or more; undefined where there is too little to speak of a rate. */
export const rate = (part: number, whole: number): number | undefined => (whole < ENOUGH ? undefined : part / whole)

/** For each of `count`; undefined for none. */
export const each = (sum: number, count: number): number | undefined => (count === 0 ? undefined : sum / count)

const plain = new Intl.NumberFormat("en")
const percents = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 })
const dollars = new Intl.NumberFormat("en", { style: "currency", currency: "USD" })
const cents = new Intl.NumberFormat("en", {
  style: "currency",
  currency: "USD",
  minimumSignificantDigits: 2,
  maximumSignificantDigits: 2,
})

export const count = (value: number) => plain.format(value)
export const percent = (value: number) => percents.format(value)
/** "$4.31"; what is less than ten cents with two digits that say something: "$0.0042". */
export const usd = (value: number) => (value > 0 && value < 0.1 ? cents : dollars).format(value)

/** "45 s", "23 min", "5.2 h", "3.4 days" */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min`
  if (seconds < 172_800) return `${oneDigit(seconds / 3_600)} h`
  return `${oneDigit(seconds / 86_400)} days`
}

const oneDigit = (value: number) => plain.format(Math.round(value * 10) / 10)

/** `2026-11-22`, so many days before. In UTC, as the days are counted. */
export const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

/** "22 Nov" */
export const dayName = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }).format(new Date(day))
