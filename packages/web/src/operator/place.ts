/** As the API has them. */
export const STATUSES = ["received", "reviewed", "quoted", "closed", "erased"] as const
export type Status = (typeof STATUSES)[number]

export const RANGES = [7, 30, 90] as const
export type Range = (typeof RANGES)[number]

/** What the page shows. It stands behind the `#`, which no server is told and with which back, forward and reload work. */
export type Place =
  | { name: "month"; month: string; status?: Status }
  | { name: "submission"; reference: string }
  | { name: "figures"; days: Range }

const FIGURES_DAYS = 30

/** `#2026-11`, `#2026-11/quoted`, `#SPEC-K7MT-4XQ9`, `#figures/90`; anything else is the running month. */
export function placeIn(hash: string, runningMonth: string): Place {
  const [first = "", second] = hash.replace(/^#/, "").split("/")
  if (/^SPEC-/i.test(first)) return { name: "submission", reference: first.toUpperCase() }
  if (first === "figures")
    return { name: "figures", days: RANGES.find((range) => String(range) === second) ?? FIGURES_DAYS }
  const status = STATUSES.find((status) => status === second)
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(first) ? first : runningMonth
  return { name: "month", month, ...(status && { status }) }
}

export function hashOf(place: Place): string {
  if (place.name === "submission") return `#${place.reference}`
  if (place.name === "figures") return `#figures/${place.days}`
  return place.status ? `#${place.month}/${place.status}` : `#${place.month}`
}

/** `2026-11`, in UTC, as submissions are counted. */
export const monthOf = (at: Date) => at.toISOString().slice(0, 7)

/** `steps` months later, or before. */
export function monthAfter(month: string, steps: number): string {
  const [year = "", number = ""] = month.split("-")
  return monthOf(new Date(Date.UTC(Number(year), Number(number) - 1 + steps)))
}

/** "November 2026" */
export const monthName = (month: string) =>
  new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01`))
