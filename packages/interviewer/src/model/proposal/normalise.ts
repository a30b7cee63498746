import type { Kind, Language } from "@spec-wizard/core/protocol/document"
import { detailsOf } from "../prompt/tools.ts"
import { criteriaIn, detailsIn, earsIn, evidenceOf, languageOf, listOf, opOf, priorityOf } from "./field.ts"
import { parsed } from "./json.ts"
import { handleOf, idOf, idsIn, kindOf, named } from "./name.ts"
import { abridged, all, isObject, numberOf, type Raw, withoutNothing, wordList, wordsOf } from "./value.ts"

const MAX_TITLE = 120
const MAX_WORDS = 300

export type Call = {
  language?: Language | undefined
  title?: string | undefined
  asks?: unknown
  changes: Raw[] | undefined
}

/** What a call of `propose` holds, whatever it is wrapped in; no changes where none can be found. */
export function callIn(value: unknown): Call {
  const call = withoutNothing(unwrapped(value))
  if (Array.isArray(call)) return { changes: objectsIn(call) }
  if (!isObject(call)) return { changes: undefined }
  if (opOf(call["op"]) && call["changes"] === undefined) return { changes: [call] }
  const { language, title, asks } = call
  const given = call["changes"] ?? call["operations"] ?? call["proposals"]
  // Whoever fills in the rest, and no changes, has none.
  const isFilled = ["changes", "language", "title", "asks"].some((field) => field in call)
  const changes = given != null ? objectsIn(all(unwrapped(given))) : isFilled ? [] : undefined
  return { language: languageOf(language), title: wordsOf(title), asks, changes }
}

const unwrapped = (value: unknown): unknown => {
  if (typeof value === "string") return parsed(value) ?? value
  if (!isObject(value)) return value
  const [inner, ...others] = Object.values(value)
  const isEnvelope = others.length === 0 && isObject(inner) && ("changes" in inner || "op" in inner)
  return isEnvelope ? inner : value
}

const objectsIn = (values: unknown[]): Raw[] =>
  values.map(unwrapped).map((value) => {
    const full = withoutNothing(value)
    return isObject(full) ? full : {}
  })

export const handlesIn = (changes: readonly Raw[]): Set<string> =>
  new Set(changes.flatMap(({ as }) => wordsOf(as) ?? []).map(handleOf))

/**
 * A change in the form that is asked for, as far as that touches no meaning: spelling, case, the type of a value, a field in the wrong place.
 * What has no such field is left out. `kindFor` tells the kind of an older line.
 */
export function normalised(raw: Raw, handles: ReadonlySet<string>, kindFor: (id: string) => Kind | undefined): Raw {
  const nameOf = named(handles)
  const names = (value: unknown) => all(value).flatMap((one) => nameOf(one) ?? [])
  const op = opOf(raw["op"]) ?? raw["op"]
  const ids = all(raw["ids"]).flatMap((one) =>
    handles.has(handleOf(String(one))) ? handleOf(String(one)) : idsIn(String(one)),
  )
  const id = op === "add" || op === "ask" ? undefined : (idOf(raw["id"]) ?? (ids.length === 1 ? ids[0] : undefined))
  const kind = op === "ask" ? "question" : kindOf(raw["kind"])
  const of = kind ?? (id === undefined ? undefined : kindFor(id))
  const inner = isObject(raw["details"]) ? raw["details"] : {}
  /** A field of a line, also where it was put among those of its kind. */
  const at = (field: string) => raw[field] ?? (of && detailsOf(of).includes(field) ? undefined : inner[field])
  const details = of ? detailsIn({ ...raw, ...inner }, of) : {}
  const references = refer(details, nameOf)
  const title = wordsOf(at("title"))
  const text = wordsOf(at("text")) ?? wordsOf(raw["statement"]) ?? wordsOf(raw["description"]) ?? wordsOf(raw["ears"])
  const field = listOf(raw["field"])
  return {
    ...{ op: op === "set" && kindFor(id ?? "") === "unsorted" && kind ? "sort" : op },
    ...(id && { id }),
    ...(ids.length > 0 && { ids }),
    ...(raw["as"] !== undefined && { as: handleOf(String(raw["as"])) }),
    ...(raw["kind"] !== undefined && { kind: kind ?? raw["kind"] }),
    ...(op === "ask" && { kind: "question" }),
    ...(title && { title: abridged(title, MAX_TITLE) }),
    ...((text ?? (op === "add" ? title : undefined)) && { text: text ?? title }),
    ...(at("evidence") !== undefined && { evidence: evidenceOf(at("evidence")) }),
    ...quoted("quotes", at("quotes") ?? raw["quote"] ?? raw["sources"]),
    ...ranking(at("priority")),
    ...quoted("priorityQuotes", raw["priorityQuotes"]),
    ...given("dependsOn", names(at("dependsOn"))),
    ...(wordsOf(at("rationale")) && { rationale: abridged(wordsOf(at("rationale")) ?? "", MAX_WORDS) }),
    ...(earsIn(raw["ears"]) && { ears: earsIn(raw["ears"]) }),
    ...given("criteria", criteriaIn(at("criteria"), quotesIn)),
    ...(Object.keys(references).length > 0 && { details: references }),
    ...claimed(inner),
    ...(field && { field }),
    ...given("values", field === "dependsOn" || field === "blocks" ? names(raw["values"]) : wordList(raw["values"])),
    ...(wordsOf(raw["reason"]) && { reason: abridged(wordsOf(raw["reason"]) ?? "", MAX_WORDS) }),
    ...(nameOf(raw["to"] ?? (op === "link" ? all(raw["dependsOn"])[0] : undefined)) && {
      to: nameOf(raw["to"] ?? all(raw["dependsOn"])[0]),
    }),
  }
}

const given = (field: string, values: unknown[]): Raw => (values.length > 0 ? { [field]: values } : {})

/** Lines that a line names by fields of its own. */
const refer = (details: Raw, nameOf: (value: unknown) => string | undefined): Raw => ({
  ...details,
  ...(details["feature"] !== undefined && { feature: nameOf(details["feature"]) }),
  ...(Array.isArray(details["blocks"]) && { blocks: details["blocks"].flatMap((one) => nameOf(one) ?? []) }),
})

const ranking = (value: unknown): Raw => {
  const priority = priorityOf(value)
  return priority ? { priority } : {}
}

/** What only a person may say of a line stays where it was put: it is refused, not overlooked. */
const claimed = (details: Raw): Raw => {
  const found = CLAIMS.filter((field) => field in details)
  return found.length > 0 ? { claims: found } : {}
}
const CLAIMS = ["state", "locked"] as const

const quoted = (field: string, value: unknown): Raw => given(field, quotesIn(value))

function quotesIn(value: unknown): unknown[] {
  return all(typeof value === "string" ? (parsed(value) ?? value) : value).flatMap((one) => {
    if (typeof one === "string") return [{ quote: one }]
    if (!isObject(one)) return []
    const message = numberOf(one["message"] ?? one["messageId"])
    const line = one["line"] === undefined ? undefined : idOf(one["line"])
    const quote = wordsOf(one["quote"] ?? one["text"])
    return [{ ...(message !== undefined && { message }), ...(line && { line }), ...(quote && { quote }) }]
  })
}
