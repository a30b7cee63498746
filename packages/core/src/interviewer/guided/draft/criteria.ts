import * as EarsParts from "../../../specification/ears.ts"
import type { Criterion, Ears } from "../../../specification/schema.ts"
import type { Found } from "../read/quantity.ts"
import { amount, isMeasured, isMoney, isTime } from "./amount.ts"
import { cue } from "./cue.ts"
import * as Fit from "./fit.ts"
import type { Making } from "./making.ts"
import type { Statement } from "./statement.ts"
import type { Said, Shape, Step } from "./wording/wording.ts"

type Draft = Omit<Criterion, "id">

/** One case that goes well and one that does not; where there are numbers, one on each side of the boundary. */
export function criteria(statement: Statement, ears: Ears, making: Making, wanted?: Shape): Draft[] {
  const { heard, wording } = making
  const limits = wanted === undefined ? boundaries(statement, making) : []
  const shapes =
    limits.length > 0
      ? limits
      : [{ shape: wanted ?? shapeOf(statement, making), said: said(statement, undefined, making, ears) }]
  const made = shapes.flatMap(({ shape, said }) => {
    const [happy, other] = wording.criteria[shape](said)
    return [criterion("happy", happy), criterion(BOUNDARY.has(shape) ? "edge" : "error", other)]
  })
  const isOffline = cue(statement.tokens, heard.language, "offline")
  return isOffline ? [...made, criterion("edge", wording.offline(said(statement, undefined, making, ears)))] : made

  function boundaries(one: Statement, of: Making) {
    return one.numbers
      .flatMap((found) => {
        const shape = boundaryOf(found, one, of)
        return shape ? [{ shape, said: said(one, found, of, ears) }] : []
      })
      .slice(0, MAX_BOUNDARIES)
  }
}
const MAX_BOUNDARIES = 2
const BOUNDARY = new Set<Shape>(["most", "least", "notice", "clock", "within", "border"])

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
  return bound === "max" ? "most" : "least"
}

function shapeOf({ topic, kind, reading, tokens }: Statement, { heard }: Making): Shape {
  if (reading.denied && kind === "rule") return "never"
  if (topic === "payment") return "payment"
  if (topic === "notifications") return "message"
  if (topic === "reports") return "list"
  if (topic === "access") return "identity"
  if (topic === "permissions") return "permission"
  return cue(tokens, heard.language, "offline") ? "list" : "action"
}

function said(statement: Statement, found: Found | undefined, making: Making, ears: Ears): Said {
  const { heard, wording, written } = making
  const number = found ?? statement.numbers.find(({ unit, bound }) => unit !== undefined && bound !== "about")
  const verbatim = EarsParts.parse("-", written).shall.slice(0, -1)
  const let_ = written === "en" ? /^let (.+)$/.exec(ears.shall)?.[1] : undefined
  const event = ears.when ?? ears.if
  const plain = ears.shall.startsWith(verbatim) ? ears.shall.slice(verbatim.length) : ears.shall
  return {
    action: event ?? let_ ?? wording.done(plain),
    unit: number?.unit ?? "",
    limit: number?.value ?? 0,
    amount: number ? amount(number, statement.tokens, statement.text, heard.language) : "",
  }
}
