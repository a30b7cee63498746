import * as Question from "@spec-wizard/core/interviewer/question"
import { type Document, type Item, isLive } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type { ToolCall } from "../call.ts"
import { Change, MAX_CHANGES } from "../prompt/tools.ts"
import { choicesIn } from "./choices.ts"
import { readJson } from "./json.ts"
import { lacking } from "./lack.ts"
import type { Check, Faulty, Meant } from "./meant.ts"
import { callIn, handlesIn, normalised } from "./normalise.ts"
import { finder } from "./source.ts"
import type { Raw } from "./value.ts"

export type Understood = {
  language: Document["language"] | undefined
  changes: Meant[]
  faults: Faulty[]
  choices: Message.Choice[]
  asks?: Question.ID
  isProposed: boolean
  /** It broke off, or there was more than is read at once. */
  isCut: boolean
}

/** `beside`: lines that the document is going to have when the turn ends, and has not yet: what nobody has sorted of this message. */
type Known = { messages: readonly Message.Info[]; document: Document; beside?: readonly Item[] }

/** What the tools were called with. Nothing is repaired here that changes what it says; what cannot be meant is a fault. */
export function read(calls: readonly ToolCall[], { messages, document, beside = [] }: Known): Understood {
  const understood: Understood = {
    language: undefined,
    changes: [],
    faults: [],
    choices: [],
    isProposed: false,
    isCut: false,
  }
  const known = { ...document, items: [...document.items, ...beside] }
  const find = finder(messages, known)
  for (const call of calls) {
    if (call.name === "offer_choices") understood.choices = choicesIn(call.input)
    if (call.name !== "propose") continue
    understood.isProposed = true
    const { value, isCut } = readJson(call.input)
    const { language, title, asks, changes } = callIn(value)
    understood.isCut ||= isCut || (changes?.length ?? 0) > MAX_CHANGES
    if (!changes) {
      understood.faults.push({ raw: {}, fault: "propose was not filled in as described: it has no changes" })
      continue
    }
    understood.language ??= language
    const topic = Question.ID.safeParse(asks)
    if (topic.success) understood.asks = topic.data
    const handles = handlesIn(changes)
    const kindFor = (id: string) => known.items.find((item) => item.id === id)?.kind
    for (const raw of changes.slice(0, MAX_CHANGES)) {
      const meant = meantBy(raw, normalised(raw, handles, kindFor), known, find)
      if ("fault" in meant) understood.faults.push(meant)
      else understood.changes.push(...meant.flatMap((one) => apart(one, beside)))
    }
    if (title) understood.changes = entitled(understood.changes, title, document)
  }
  return understood
}

function meantBy(raw: Raw, normal: Raw, document: Document, find: ReturnType<typeof finder>): Meant[] | Faulty {
  const parsed = Change.safeParse(normal)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { raw, fault: `is not filled in as described: ${issue?.path.join(".")} ${issue?.message ?? ""}`.trim() }
  }
  const { quotes, priorityQuotes, criteria, ...change } = parsed.data
  const { sources, missing } = find(quotes)
  const { sources: ranked } = find(priorityQuotes)
  const checks = criteria?.map(({ quotes: said, ...criterion }): Check => {
    const own = find(said).sources
    return { ...criterion, evidence: own.length > 0 && criterion.text ? "stated" : "inferred", sources: own }
  })
  const old = document.items.find(({ id }) => id === change.id)
  const meant: Meant = { ...change, raw, sources, ranked, ...(checks && { criteria: checks }) }
  const fault = "claims" in normal ? "claims an agreement that only the visitor can give" : lacking(meant, missing, old)
  if (fault) return { raw, fault }
  if (change.op !== "sort") return [meant]
  return (change.ids ?? [change.id]).map((id) => ({ ...meant, id }))
}

/** What was to be done to a line that is not there yet is done to its words. */
function apart(change: Meant, beside: readonly Item[]): Meant[] {
  const item = beside.find(({ id }) => id === change.id)
  if (!item) return [change]
  const { id: _, ids: __, ...rest } = change
  if (change.op === "supersede") return [{ ...rest, op: "add" }]
  if (change.op !== "sort") return []
  const category =
    change.kind === "quality" && !change.details?.["category"]
      ? { details: { category: "functional suitability" } }
      : {}
  return [{ ...rest, ...category, op: "add", evidence: "stated", text: item.text, sources: item.sources }]
}

/** The name stands with the summary. */
function entitled(changes: Meant[], title: string, { items }: Document): Meant[] {
  if (changes.some(({ kind }) => kind === "summary"))
    return changes.map((change) => (change.kind === "summary" ? { title, ...change } : change))
  const summary = items.find((item) => item.kind === "summary" && isLive(item) && item.locked === "none")
  if (!summary || summary.title === title) return changes
  return [...changes, { op: "set", id: summary.id, title: title.slice(0, 120), raw: {}, sources: [], ranked: [] }]
}
