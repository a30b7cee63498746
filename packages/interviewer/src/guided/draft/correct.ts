import type { Item } from "@spec-wizard/core/protocol/document"
import { plain } from "../gist.ts"
import { type Found, quantities } from "../read/quantity.ts"
import { tokens } from "../read/token.ts"
import { words } from "../read/words.ts"
import * as Fit from "./fit.ts"
import { journey } from "./journey.ts"
import { type Line, line, told } from "./line.ts"
import { linesOf } from "./lines.ts"
import type { Making } from "./making.ts"
import { add, type Change } from "./plan.ts"
import { content, shared } from "./same.ts"
import { reworded, type Statement } from "./statement.ts"
import { isFree, type View } from "./view.ts"

type Settled = { changes: Change[]; rest: Statement[] }

/** Lines that the visitor took back give way to what they said instead; a locked one is asked about. */
export function corrections(all: readonly Statement[], making: Making, view: View): Settled {
  const settled: Settled = { changes: [], rest: [] }
  const taken = new Set<string>()
  for (const statement of all) {
    const wrong = statement.corrects === undefined ? undefined : correctedBy(statement, making, view, taken)
    if (!wrong) settled.rest.push(statement)
    else {
      for (const { id } of wrong.items) taken.add(id)
      settled.changes.push(...replaced(wrong, statement, making))
    }
  }
  return settled
}

/** `items` have the same quote; the first is the one meant. */
type Wrong = { items: Item[]; value: number | undefined }

const CORRECTABLE = new Set<Item["kind"]>([
  "requirement",
  "rule",
  "journey",
  "quality",
  "measure",
  "entity",
  "constraint",
  "scope",
  "exclusion",
  "integration",
  "decision",
  "goal",
  "assumption",
])

function correctedBy(statement: Statement, making: Making, view: View, taken: ReadonlySet<string>): Wrong | undefined {
  const wanted = statement.corrects?.replace(/…$/, "").toLowerCase() ?? ""
  const number = /^\d+(?:\.\d+)?$/.test(wanted) ? Number(wanted) : undefined
  const own = content(statement.text)
  const written = number === undefined ? [] : spellings(number, making)
  const isMeant = (item: Item) => {
    const all = [item.text, ...item.sources.map(({ quote }) => quote)].map((text) => text.toLowerCase())
    if (number === undefined) return all.some((text) => text.includes(wanted))
    // Reading numbers takes longer than looking for them.
    return (
      all.some((text) => written.some((one) => text.includes(one))) &&
      numbersIn(item, making).some(({ value }) => value === number)
    )
  }
  const [best] = view.live
    .filter((item) => CORRECTABLE.has(item.kind) && !taken.has(item.id) && isMeant(item))
    .map((item) => ({ item, score: shared(view.says(item), own) + (LEADING.has(item.kind) ? 0.5 : 0) }))
    .filter(({ score }) => number === undefined || score >= 1)
    .sort((a, b) => b.score - a.score)
  if (!best) return undefined
  const { item } = best
  const [from] = item.sources
  const same = view.live.filter(
    (one) =>
      one !== item &&
      CORRECTABLE.has(one.kind) &&
      one.sources[0]?.messageId === from?.messageId &&
      one.sources[0]?.start === from?.start,
  )
  return { items: [item, ...same], value: number ?? wrongNumber(statement, item, making) }
}

/** How a number may be written: "11000", "11,000", "eleven". */
const spellings = (number: number, { heard }: Making): string[] => [
  String(number),
  ...["en", "de", "fr"].map((locale) => number.toLocaleString(locale)),
  ...Object.entries(words(heard.language).lexicon.numbers).flatMap(([word, value]) => (value === number ? [word] : [])),
]

/** What others depend on. */
const LEADING = new Set<Item["kind"]>(["rule", "requirement"])

/** The number that was wrong: denied outright, or the one of the same thing. */
function wrongNumber(statement: Statement, item: Item, making: Making): number | undefined {
  const [source] = statement.sources
  const denied =
    source && quantities(tokens(source.quote), source.quote, 0, making.heard.language).find((one) => one.denied)
  if (denied) return denied.value
  const unit = statement.numbers[0]?.unit
  return numbersIn(item, making).find((one) => one.unit === unit)?.value
}

const numbersIn = (item: Item, { heard }: Making): Found[] => {
  const quote = item.sources[0]?.quote ?? item.text
  return quantities(tokens(quote), quote, 0, heard.language)
}

function replaced({ items, value }: Wrong, statement: Statement, making: Making): Change[] {
  const [first] = items
  if (!first) return []
  const locked = items.find((item) => !isFree(item))
  if (locked) return [add(lockedLine(locked, statement, making))]
  const changes: Change[] = []
  const said = restated(first, value, statement, making)
  const made = [
    ...linesOf(said, making),
    ...(items.some(({ kind }) => kind === "journey") ? journey([said], making) : []),
  ]
  for (const item of items) {
    const index = made.findIndex(({ draft }) => draft.kind === item.kind)
    const [successor] = index < 0 ? [] : made.splice(index, 1)
    if (successor) changes.push({ line: Object.assign(successor, keptGroup(item)), replaces: item.id })
    else if (made[0] || changes.length > 0)
      changes.push({ proposal: { op: "retire", id: item.id, reason: Fit.words(making.wording.lost(statement.text)) } })
  }
  return [...changes, ...made.map(add)]
}

/** The old sentence with the new number where that is plain, otherwise what was said now. Both quotes stay. */
function restated(item: Item, value: number | undefined, statement: Statement, making: Making): Statement {
  const { heard } = making
  const [source] = item.sources
  const [now, ...others] = statement.numbers
  const old = source ? numbersIn(item, making).filter((found) => found.value === value) : []
  const [wrong] = old
  const token = source && wrong && tokens(source.quote)[wrong.at]
  const isPlain = source && now && token && old.length === 1 && others.length === 0
  const text = isPlain
    ? plain(`${source.quote.slice(0, token.start)}${now.raw}${source.quote.slice(token.end)}`)
    : statement.text
  const said = reworded(statement, text, heard.language)
  const { reading } = said
  const isRule =
    item.kind === "rule" || (item.kind === "requirement" && item.reference !== undefined && reading.kind === "rule")
  return {
    ...said,
    kind: isRule ? "rule" : (KIND_OF[item.kind] ?? reading.kind),
    ...(item.kind === "requirement" && item.reference !== undefined && { reference: item.reference }),
    sources: [...item.sources, ...statement.sources].slice(0, 20),
    topic: isPlain ? (reading.topics[0] ?? "scope") : statement.topic,
  }
}

const KIND_OF: Partial<Record<Item["kind"], Statement["kind"]>> = {
  requirement: "requirement",
  journey: "journey",
  quality: "quality",
  measure: "measure",
  entity: "entity",
  constraint: "constraint",
  scope: "scope",
  exclusion: "exclusion",
  integration: "integration",
  decision: "decision",
  goal: "goal",
}

/** It stays where it was printed. */
export const keptGroup = (item: Item) =>
  item.kind === "requirement" && item.feature !== undefined ? { feature: item.feature } : {}

/** Both quotes, and a question in place of a change. */
export function lockedLine(item: Item, statement: Statement, { wording }: Making): Line {
  const sources = [...item.sources.slice(0, 1), ...statement.sources.slice(0, 1)]
  return line(
    {
      kind: "question",
      ...told({ evidence: "inferred", sources }),
      text: Fit.paragraph(wording.ask.locked(Fit.title(item.text), Fit.title(statement.text))),
      why: wording.ask.lockedWhy,
      choices: [Fit.words(item.text), Fit.words(statement.text)],
      impact: 7,
      uncertainty: 6,
      blocks: [item.id],
    },
    statement.topic,
  )
}
