import * as Question from "@spec-wizard/core/interviewer/question"
import type { Document, Source } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import { clean } from "@spec-wizard/core/text"
import type { ToolCall } from "../call.ts"
import { type Change, detailsOf, OfferChoices, Propose } from "../prompt/tools.ts"
import { quotes } from "./quote.ts"

/** A change as the model meant it, its quotes found in the messages. */
export type Meant = Omit<Change, "quotes"> & { sources: Source[] }

/** `faults` are written for the model, and for nobody else: they quote what it wrote. */
export type Understood = {
  language: Document["language"] | undefined
  changes: Meant[]
  choices: Message.Choice[]
  asks?: Question.ID
  faults: string[]
}

const MAX_CHOICES = 5
const MAX_LABEL = 80
const MAX_VALUE = 300

/** What the tools were called with. Nothing is repaired here that changes what it says; what cannot be meant is a fault. */
export function read(calls: readonly ToolCall[], messages: readonly Message.Info[]): Understood {
  const understood: Understood = { language: undefined, changes: [], choices: [], faults: [] }
  const visitors = messages.filter(({ role }) => role === "visitor")
  const locate = quotes(visitors)
  for (const call of calls) {
    if (call.name === "offer_choices") understood.choices = choicesIn(call.input)
    if (call.name !== "propose") continue
    const parsed = Propose.safeParse(withoutNothing(objectIn(call.input)))
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      understood.faults.push(
        `propose was not filled in as described: ${issue?.path.join(".")} ${issue?.message ?? ""}`.trim(),
      )
      continue
    }
    understood.language ??= parsed.data.language
    const asks = Question.ID.safeParse(parsed.data.asks)
    if (asks.success) understood.asks = asks.data
    for (const [index, { quotes = [], ...change }] of parsed.data.changes.entries()) {
      const fault = (text: string) => understood.faults.push(`changes.${index} (${change.op}): ${text}`)
      const sources = quotes.flatMap(({ message, quote }) => {
        // A wrong number is no wrong quote: the words count, and the latest message that has them.
        const likely = visitors.toSorted(
          (a, b) => Number(b.seq === message) - Number(a.seq === message) || b.seq - a.seq,
        )
        const source = likely.reduce<Source | undefined>((found, { id }) => found ?? locate(id, quote), undefined)
        if (!source) fault(`“${quote}” does not stand in any message of the visitor`)
        return source || []
      })
      const lack = lacking(change, quotes.length)
      if (lack) fault(lack)
      understood.changes.push({ ...change, sources })
    }
  }
  return understood
}

/** What an operation cannot do without. */
function lacking(change: Omit<Change, "quotes">, quoted: number): string | undefined {
  const { op, id, kind, evidence, text, ears, details } = change
  if (op !== "add" && id === undefined) return "names no line; give its id"
  if (op === "retire" && !change.reason) return "gives no reason"
  if (op === "answer" && !text) return "gives no text"
  if (op === "link" && !change.to) return "names no line to link to"
  if (op !== "add" && op !== "supersede") return undefined
  if (!kind) return "names no kind"
  if (!evidence) return "names no evidence"
  if ((evidence === "stated" || evidence === "from_document") && quoted === 0)
    return `is ${evidence}, but quotes nothing`
  if (kind === "requirement" ? !ears : !text) return kind === "requirement" ? "has no ears" : "has no text"
  const strange = Object.keys(details ?? {}).find((name) => !detailsOf(kind).includes(name))
  if (strange === undefined) return undefined
  return `${kind} has no detail ${strange}; it has ${detailsOf(kind).join(", ") || "none"}`
}

function choicesIn(input: string): Message.Choice[] {
  const { choices = [] } = OfferChoices.safeParse(objectIn(input)).data ?? {}
  const usable = choices
    .map(({ label, value }) => ({ label: clean(label).trim(), value: clean(value).trim() }))
    .filter(
      ({ label, value }) => label !== "" && value !== "" && label.length <= MAX_LABEL && value.length <= MAX_VALUE,
    )
  return usable.length < 2 ? [] : usable.slice(0, MAX_CHOICES)
}

function objectIn(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Models fill in what they were not asked for with null, "" and []. Nothing that is meant stands deeper than this. */
function withoutNothing(value: unknown, depth = 8): unknown {
  if (typeof value === "string") return clean(value)
  if (typeof value !== "object" || value === null) return value
  if (depth === 0) return undefined
  if (Array.isArray(value)) return value.map((inner) => withoutNothing(inner, depth - 1))
  const full = Object.entries(value).map(([name, inner]) => [name, withoutNothing(inner, depth - 1)] as const)
  return Object.fromEntries(full.filter(([name, inner]) => name === "changes" || !isNothing(inner)))
}

const isNothing = (value: unknown) => value === null || value === "" || (Array.isArray(value) && value.length === 0)
