import type { ID, Item, Source } from "../protocol/document.ts"
import * as Operation from "../protocol/operation.ts"
import { checked, numbered, parse, reference } from "./complete.ts"
import { isAgreed } from "./criterion.ts"
import { isChangeCarried, isMeant, saysOther } from "./evidence.ts"
import { check, joined, type Resolution } from "./resolution.ts"

type Set = Extract<Operation.Proposal, { op: "set" }>
type OfList = Extract<Operation.Proposal, { op: "addTo" | "removeFrom" }>

/** Fields of a line, under other values. */
export function set(on: Resolution, { id, fields, sources }: Set): Operation.Info {
  const item = on.open(id)
  for (const name of Object.keys(fields)) {
    check(!KEPT.has(name), "shape", `${id}.${name}`)
    check(on.facts.isVerbatim === true || !Operation.List.safeParse(name).success, "shape", `${id}.${name}`)
  }
  return changed(on, item, named(on, item, fields), { sources })
}

/** Words or criteria, into a list of the line or out of it. */
export function list(on: Resolution, { op, id, field, values, sources = [] }: OfList): Operation.Info {
  const item = on.open(id)
  if (op === "removeFrom") {
    const isTheirs =
      item.kind === "requirement" && item.criteria.some((one) => values.includes(one.id) && isAgreed(one))
    return changed(on, item, without(item, field, values), { sources, takes: isTheirs ? "theirs" : "less" })
  }
  if (field === "criteria") return changed(on, item, withCriteria(item, values))
  const before = listIn(item, field)
  const isOfIds = field === "dependsOn" || field === "blocks"
  const news = [...new Set(isOfIds ? values.map((one) => reference(on, String(one), id)) : values)]
  const added = news.filter((one) => !before.includes(one))
  const isGuess = field === "steps" && sources.length === 0 && isAgreed(item)
  const guessed = isGuess && { guesses: { ...item.guesses, steps: [...(item.guesses?.steps ?? []), ...added] } }
  const words = added.filter((one) => typeof one === "string")
  if (!isOfIds && sources.length > 0) check(isMeant(words, sources, on.document.language), "words", `${id}.${field}`)
  return changed(on, item, { [field]: [...before, ...added], ...guessed }, { sources })
}

type Fields = Record<string, unknown>
/** `takes`: the line says less than before, in what we guessed or in what is theirs; a quote that takes back need not say what is left. */
type By = { sources?: readonly Source[] | undefined; takes?: "less" | "theirs" }

/** The line with these fields, if that is still one, and if what it said before allows it. */
function changed(on: Resolution, item: Item, fields: Fields, { sources = [], takes }: By = {}): Operation.Info {
  const { id } = item
  const fresh = on.fresh(item, sources)
  const own = fresh.length > 0 && { sources: joined(held(item, fields), fresh) }
  const whole = { ...fields, ...ranked(on, item, fields, fresh), ...own }
  const after = parse(reworded(item, whole))
  if (after.kind === "requirement") for (const criterion of after.criteria) checked(on, criterion, id, item)
  if (isAgreed(item) && !on.facts.isVerbatim) {
    const { language } = on.document
    if (takes === "theirs" || saysOther(item, after)) check(fresh.length > 0, "unquoted", id)
    const carrying = takes || isRanking(fields) ? [] : fresh
    check(isChangeCarried(item, after, carrying, language), "words", id)
  }
  on.lines.set(id, after)
  return { op: "set", id, fields: whole }
}

/** What a line goes by: its own quotes, and those that it takes over. */
const held = (item: Item, { sources = item.sources }: Fields) => sources as Source[] // code alone sets them

/** With another text a requirement has other parts, or none that are known. */
const reworded = (item: Item, fields: Fields): object => {
  if (item.kind !== "requirement" || fields["text"] === undefined || fields["text"] === item.text)
    return { ...item, ...fields }
  const { ears: _, ...rest } = item
  return { ...rest, ...fields }
}

const isRanking = (fields: Fields) => Object.keys(fields).every((name) => name === "priority")

/** How much a line is wanted is a guess until somebody says so; what somebody said is not outdone by a guess. */
function ranked(on: Resolution, item: Item, { priority, ...rest }: Fields, fresh: readonly Source[]): object {
  if (priority === undefined || on.facts.isVerbatim || !isAgreed(item)) return {}
  const { priority: wasGuess, ...others } = item.guesses ?? {}
  const isSaid = isRanking(rest) && fresh.length > 0
  if (isSaid) return wasGuess ? { guesses: others } : {}
  if (priority === item.priority) return {}
  check(item.priority === undefined || wasGuess === true, "unquoted", item.id)
  return { guesses: { ...others, priority: true } }
}

/** Names of other lines as they are to stand. */
function named(on: Resolution, { id, ...item }: Item, fields: Record<string, unknown>): Record<string, unknown> {
  const known = new Set<string>([...item.dependsOn, ...namedBy(item)])
  const name = (one: unknown) => (known.has(String(one)) ? one : reference(on, String(one), id))
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) =>
      field === "feature"
        ? [field, name(value)]
        : (field === "dependsOn" || field === "blocks") && Array.isArray(value)
          ? [field, value.map(name)]
          : [field, value],
    ),
  )
}

/** Lines that a line names beside those it depends on. */
export const namedBy = (item: Partial<Item>): ID[] =>
  item.kind === "requirement" && item.feature ? [item.feature] : item.kind === "question" ? (item.blocks ?? []) : []

function listIn(item: Item, field: Operation.List): unknown[] {
  const value: unknown = new Map(Object.entries(item)).get(field)
  return Array.isArray(value) ? value : []
}

function without(item: Item, field: Operation.List, values: readonly string[]): Record<string, unknown> {
  if (field === "criteria") return withoutCriteria(item, values)
  const before = listIn(item, field).map(String)
  for (const value of values) check(before.includes(value), "unknown", `${item.id}.${field}`)
  const steps = field === "steps" && item.guesses?.steps?.filter((step) => !values.includes(step))
  return {
    [field]: before.filter((one) => !values.includes(one)),
    ...(steps && { guesses: { ...item.guesses, steps } }),
  }
}

const numberOf = ({ id }: { id: string }) => Number(id.slice(id.indexOf(".") + 1))

function withCriteria(item: Item, values: readonly unknown[]): Record<string, unknown> {
  if (item.kind !== "requirement") return { criteria: values } // no line of its kind has any: refused as such
  const last = Math.max(item.lastCriterion ?? 0, ...item.criteria.map(numberOf))
  const drafts = values.filter((one) => typeof one === "object") as Parameters<typeof numbered>[1] // parsed with the line
  return { criteria: [...item.criteria, ...numbered(item.id, drafts, last)] }
}

/** Their words stay with the line. */
function withoutCriteria(item: Item, ids: readonly string[]): Record<string, unknown> {
  if (item.kind !== "requirement") return { criteria: [] }
  for (const id of ids)
    check(
      item.criteria.some((one) => one.id === id),
      "unknown",
      id,
    )
  const gone = item.criteria.filter(({ id }) => ids.includes(id))
  return {
    criteria: item.criteria.filter(({ id }) => !ids.includes(id)),
    lastCriterion: Math.max(item.lastCriterion ?? 0, ...item.criteria.map(numberOf)),
    sources: joined(
      item.sources,
      gone.flatMap(({ sources }) => sources),
    ),
  }
}

/** What code alone decides. */
const KEPT = new Set([
  ...["id", "kind", "state", "evidence", "locked", "remark", "supersededBy", "addedIn", "changedIn", "sources"],
  ...["guesses", "lastCriterion", "cue"],
])
