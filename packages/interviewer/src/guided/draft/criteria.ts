import * as EarsParts from "@spec-wizard/core/document/ears"
import type { Criterion, Ears } from "@spec-wizard/core/protocol/document"
import type { Found } from "../read/quantity.ts"
import { words } from "../read/words.ts"
import { amount, isMeasured, isMoney, isTime } from "./amount.ts"
import { cue } from "./cue.ts"
import * as Fit from "./fit.ts"
import { RULE } from "./line.ts"
import type { Making } from "./making.ts"
import { segments } from "./segment.ts"
import type { Statement } from "./statement.ts"
import type { Said, Shape, Step } from "./wording/wording.ts"

type Draft = Omit<Criterion, "id">

/** One case that goes well and one that does not; where there are numbers, one on each side of the boundary. */
export function criteria(statement: Statement, ears: Ears, making: Making, wanted?: Shape): Draft[] {
  const { heard, wording } = making
  const event = ears.if?.includes(RULE) ? undefined : (ears.when ?? ears.if ?? ears.while)
  const isEvent = wanted === undefined && event !== undefined
  // A number in the condition says when it happens; it is no limit to what happens.
  const limits = (wanted === undefined ? boundaries(statement, making) : []).filter(
    ({ found }) => !event?.includes(found.raw),
  )
  const shapes: { shape: Shape; found?: Found }[] = [
    ...(isEvent ? [{ shape: "event" as const }] : []),
    ...limits,
    ...(isEvent || limits.length > 0 ? [] : [{ shape: wanted ?? shapeOf(statement, ears, making) }]),
  ]
  const made = shapes.flatMap(({ shape, found }) => {
    const [happy, other] = wording.criteria[shape](said(statement, ears, making, found, limits.length > 1))
    return [criterion("happy", happy), criterion(EDGE.has(shape) ? "edge" : "error", other)]
  })
  const isOffline = cue(statement.tokens, heard.language, "offline")
  return isOffline ? [...made, criterion("edge", wording.offline())] : made
}

const boundaries = (statement: Statement, making: Making) =>
  statement.numbers
    .flatMap((found) => {
      const shape = boundaryOf(found, statement, making)
      return shape ? [{ shape, found }] : []
    })
    .slice(0, MAX_BOUNDARIES)

const MAX_BOUNDARIES = 2
const EDGE = new Set<Shape>(["event", "list", "most", "least", "notice", "clock", "within", "border", "cap"])

const criterion = (kind: Draft["case"], { given, when, outcome }: Step): Draft => ({
  case: kind,
  given: Fit.paragraph(given),
  when: Fit.paragraph(when),
  then: Fit.paragraph(outcome),
})

/** A number that something can be above or below. Undefined where it only says how much there is. */
export function boundaryOf({ unit, bound, value }: Found, statement: Statement, { heard }: Making): Shape | undefined {
  if (bound === "about" || isMoney(unit) || unit === "%") return undefined
  const isOpen = cue(statement.tokens, heard.language, "consequence")
  if (unit === "o'clock") return bound === "max" && !isOpen ? "clock" : undefined
  if (isTime(unit)) {
    if (bound === "exact") return undefined
    if (isOpen) return "border"
    return statement.kind !== "rule" ? undefined : bound === "min" ? "notice" : "within"
  }
  if (!Number.isInteger(value) || value < 1 || bound === "exact") return undefined
  if (unit === undefined || isMeasured(unit)) return statement.kind === "rule" ? "border" : undefined
  if (isOwn(statement, heard.language)) return bound === "max" ? "cap" : undefined
  return bound === "max" ? "most" : "least"
}

/** "At most 5 retries" speaks of what the system does by itself: nobody asks for it. */
const isOwn = ({ tokens, kind }: Statement, language: Making["heard"]["language"]) =>
  kind === "rule" && tokens.length <= 4 && words(language).roles(tokens).length === 0

function shapeOf({ topic, kind, reading, tokens }: Statement, { shall }: Ears, { heard }: Making): Shape {
  if (shall.startsWith("show ")) return "list"
  if (reading.denied && kind === "rule") return "never"
  if (topic === "payment") return "payment"
  if (topic === "notifications") return "message"
  if (topic === "reports") return "list"
  if (topic === "access") return "identity"
  if (topic === "permissions") return "permission"
  return cue(tokens, heard.language, "offline") ? "list" : "action"
}

function said(statement: Statement, ears: Ears, making: Making, found: Found | undefined, isOneOfMany: boolean): Said {
  const { heard, wording, written } = making
  const { tokens, text, numbers } = statement
  const number = found ?? numbers.find(({ unit, bound }) => unit !== undefined && bound !== "about")
  const verbatim = EarsParts.parse("-", written).shall.slice(0, -1)
  const allowed = /^(?:let|permitir que|permettre que|ermöglichen, dass) (.+)$/.exec(ears.shall)?.[1]
  const does = ears.shall.startsWith(verbatim) ? ears.shall.slice(verbatim.length) : ears.shall
  const part = found && partWith(found, statement)
  return {
    action: allowed && written === "en" ? allowed : wording.done(part ?? allowed ?? does),
    event: ears.when ?? ears.if ?? ears.while ?? "",
    does,
    part: isOneOfMany ? (part ?? "") : "",
    unit: number?.unit ?? "",
    limit: number?.value ?? 0,
    amount: number ? amount(number, tokens, text, heard.language) : "",
  }
}

/** What is said about this number, and not about another. */
function partWith({ at }: Found, { tokens, text }: Statement): string | undefined {
  const start = tokens[at]?.start ?? 0
  let from = 0
  for (const part of segments(text)) {
    const begin = text.indexOf(part, from)
    from = begin + part.length
    if (start >= begin && start < from) return part
  }
  return undefined
}
