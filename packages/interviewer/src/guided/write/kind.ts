import { entire, every, opening, phrase } from "../read/phrase.ts"
import { categoryOf } from "./category.ts"
import { putAside, STRONG, underHeading, underSubject } from "./placed.ts"
import {
  isAmount,
  isDefinition,
  isDenied,
  isDone,
  isList,
  isMixed,
  isNot,
  isNow,
  isRefusal,
  isSum,
  NEAR,
} from "./shape.ts"
import type { Sentence, Test, Verdict } from "./verdict.ts"

/** The kind of a sentence on what stands in it and above it, undefined where nothing says. */
export function verdictOf(sentence: Sentence): Verdict | undefined {
  const { text, frame, lexicon, segment } = sentence
  const { cues, slots } = lexicon
  const has: Test = (name) => phrase(cues[name], slots.numbers).test(text)
  const aside = putAside(text, lexicon)
  if (aside) return aside
  if (has("story")) return { kind: "requirement", cue: "story" }
  const ranked = sentence.column
  if (ranked === "wont" || segment.row?.isOut) return { kind: "exclusion", cue: "table: priority" }
  if (ranked === "later") return { kind: "scope", cue: "table: priority", isLater: true }
  const headed = frame.kind && underHeading(frame.kind, sentence, has)
  if (headed && STRONG.has(frame.kind)) return isAgainst(sentence, has) ? undefined : headed
  if (sentence.isQuestion) return isOpenQuestion(sentence) ? { kind: "question", cue: "question" } : undefined
  const above = headed ?? (frame.subject && underSubject(sentence, has))
  const own = above && (!has("oblige") || has("ready")) ? byCue(sentence, has) : undefined
  const cued = own && OVER.test(own.cue) ? own : (above ?? (frame.isSpoken ? undefined : byCue(sentence, has)))
  const isTold =
    segment.isBullet && cued?.kind === "context" && cued.cue !== "past" && (cued.cue !== "count" || has("limit"))
  const found = isTold && isWanted(sentence) ? byPlace(sentence, has) : (cued ?? byPlace(sentence, has))
  const isReason = !text.includes(",") && opening(slots.because).test(text) && found?.kind !== "context"
  const verdict = found && (isReason || isDoubtful(found, sentence, has)) ? undefined : found
  const priority = ranked ?? frame.priority ?? (has("wish") ? "could" : undefined)
  return (
    verdict &&
    ((verdict.kind === "requirement" || verdict.kind === "quality") && priority ? { ...verdict, priority } : verdict)
  )
}

/** It denies something, is called out, or names a large sum or a day, or nothing but the heading says it is a rule: better asked about than turned round. */
function isDoubtful({ kind, cue }: Verdict, sentence: Sentence, has: Test): boolean {
  if (kind === "requirement" && DOUBTFUL.test(cue) && (has("negative") || has("dismissed"))) return true
  if (/^\(.*\)$/.test(sentence.text) && !sentence.segment.isBullet) return true
  if (BOUND.some(has)) return false
  if (sentence.isLoud && kind !== "exclusion" && !has("want")) return true
  if (kind !== "requirement" && kind !== "rule") return false
  if (cue === "heading: rule" && !sentence.segment.isBullet && !NORMS.some(has)) return true
  const isDay =
    cue === "heading: rule" && phrase(sentence.lexicon.slots.date, sentence.lexicon.slots.numbers).test(sentence.text)
  return isDay || isSum(sentence)
}

/** These say more surely what a sentence is than the heading above it. */
const OVER = /^(?:worth it|date and ready|later|not part|not wanted|money and budget|not clear|past|wish)/

/** With these a sum or a day is somebody's limit. */
const BOUND = ["condition", "each", "oblige", "allow", "forbid"] as const

/** What makes prose below "Rules" one. */
const NORMS = ["only", "nobody", "no", "keep", "always", "limit", "free", "pays", "whoever"] as const

/** No apostrophe. */
const QUOTATION = /["“”„«»‘]|(?<!\p{L})['’]|['’](?!\p{L})/u

const DOUBTFUL = /^(?:must|can|table|instruction|feature|heading: (?!modal))/

/** Prose that tells something, and a duty or a trouble wherever it stands, are hardly left out: the heading above may reach less far. */
function isAgainst(
  { text, isQuestion, segment, frame, lexicon: { roles, cues, slots } }: Sentence,
  has: Test,
): boolean {
  if (frame.kind !== "exclusion") return false
  if (isQuestion) return true
  if (frame.isLabelled || has("excluded") || has("unwanted")) return false
  // "Invoices, the treasurer writes those": what is left out stands before the comma.
  const [first = ""] = text.split(",")
  const tells = (words: string) => phrase(words, slots.numbers).test(first)
  const isProse = !segment.isBullet && tells(`${roles.being}|${roles.modal}|${roles.does.trim()}`)
  return isProse || has("oblige") || tells(cues.trouble) || tells(cues.past)
}

/** A point of a list; any other question may be meant for whoever listens. */
const isOpenQuestion = ({ text, segment, lexicon: { acts } }: Sentence): boolean =>
  segment.isBullet && !phrase(acts.toYou).test(text) && !phrase(acts.small_talk).test(text)

function byCue(sentence: Sentence, has: Test): Verdict | undefined {
  const { text, lexicon, subjects, isOpening, segment } = sentence
  const { cues, slots, roles } = lexicon
  const subject = subjects.find(({ does, start }) => does && !phrase(roles.we).test(text.slice(start)))
  const is = (words: string) => phrase(words, slots.numbers).test(text)
  const isNumber = is("#")
  const isAsked = has("oblige") || has("want") || has("wish")
  const as = (kind: Verdict["kind"], cue: string, more: Partial<Verdict> = {}): Verdict => ({ kind, cue, ...more })

  const isNamed = QUOTATION.test(text) && (has("means") || isDefinition(text, lexicon))
  if (isNamed && !has("oblige")) return as("term", "means")
  if (isMixed(text, has)) return undefined
  const isDoubt = entire(lexicon.acts.unsure).test(text.split(/[,;]/)[0] ?? "")
  if (text.split(/ [·|•] /).length > 2 || (isDoubt && !has("unclear"))) return undefined
  if ((isNumber || has("change") || has("condition")) && has("worth")) return as("measure", "worth it")
  if (is(slots.date) && has("ready")) return as("constraint", "date and ready")
  if (has("later") && !has("limit")) return as("scope", "later", { isLater: true })
  const excluded = phrase(cues.excluded, slots.numbers).exec(text)?.index ?? 0
  if (has("excluded") && !is("#…#"))
    return subjects.some(
      ({ isSure, does, until }) =>
        isSure && does && phrase(`,? (?:${slots.joins.trim()})`).test(text.slice(until, excluded)),
    )
      ? undefined
      : as("exclusion", "not part of it")
  if (has("neither") && (has("want") || has("oblige")) && !subject) return as("exclusion", "neither wanted")
  const unwanted = phrase(cues.unwanted, slots.numbers).exec(text)?.index ?? 0
  if (subjects.some(({ isSure, until }) => isSure && until < unwanted)) return undefined
  if (has("unwanted") && !has("nobody"))
    return phrase(lexicon.ears.if).test(text) ? undefined : as("exclusion", "not wanted")
  const isNobody = has("no") && subject !== undefined && subject.start < NEAR
  if (isRefusal(text, lexicon) && !isNobody && !has("oblige") && categoryOf(text, lexicon) !== "reliability")
    return as("exclusion", "no")
  if (isAmount(text, lexicon) && !has("budget")) return undefined
  const isOurs = is(lexicon.roles.we)
  const isOfSomebody = subject !== undefined || has("pays") || BOUND.some(has)
  if (
    (is(slots.money) && (has("budget") || (has("limit") && isSum(sentence) && (isOurs || !isOfSomebody)))) ||
    (has("budget") && is(slots.none))
  )
    return as("constraint", "money and budget")
  if (has("unclear")) return as("question", "not clear")
  const isHurt = has("trouble") && !isWanted(sentence) && (isOurs || !has("forbid"))
  if (isHurt && !isAsked && opening(`${lexicon.ears.if}|${lexicon.ears.when}`).test(text)) return undefined
  if (has("existing") && (has("forbid") || has("negative")) && !isAsked) return as("context", "today")
  const isReport = !opening(cues.only).test(text) && ((has("past") && !isNow(sentence)) || has("today") || isHurt)
  if (isReport && !isAsked && has("past") && is(lexicon.acts.toYou)) return undefined
  if (isReport && !isAsked) return as("context", has("past") ? "past" : has("trouble") ? "trouble" : "today")
  if (has("keep") && is(slots.duration)) return as("rule", "keep and years")
  if (has("contains") && !is(slots.money) && isList(text, lexicon) && !categoryOf(text, lexicon))
    return as("entity", "contains")
  if (has("want") && isOpening && (is(cues.thing) || has("state"))) return as("summary", "want an app")
  if (isOpening && isOurs && has("state") && !isAsked) return as("context", "state")
  if (has("mine") && !has("want")) return undefined
  if (has("wish"))
    return isOpening && !isNumber && text.length < 80 ? undefined : as("requirement", "wish", { priority: "could" })
  const [wish, none] = [cues.want, cues.nobody].map((words) => phrase(words, slots.numbers).exec(text)?.index ?? -1)
  if (wish !== undefined && none !== undefined && wish >= 0 && none > wish) return as("goal", "want that nobody")
  if (has("nobody") && isDone(text, lexicon) && !has("allow") && !has("oblige")) return undefined
  const isNone = isNobody || (has("no") && has("allow"))
  if ((has("nobody") || isNone) && !isOurs) return has("past") || has("worth") ? undefined : as("rule", "nobody")
  if (has("forbid") && !isOurs) return as("rule", "may not")
  if (has("each") && isNumber && (is(slots.duration) || is(slots.money)) && !isOurs)
    return as("rule", "each and number")
  if (has("only") && (subject || has("allow") || (isNumber && !isOurs))) return as("rule", "only")
  const category = categoryOf(text, lexicon)
  if (has("oblige")) {
    // A day by which something must be is none either, and what need not be is no duty.
    const isDay = is(slots.date) && !subject && !has("each") && !has("keep")
    if (isDay || isNot(text, lexicon)) return undefined
    const isThing = category !== "portability" || has("works") || (has("thing") && !is(lexicon.subjects.migration))
    if (category && category !== "security" && isThing && (!subject || has("thing")))
      return as("quality", "must and quality", { category })
    return (isNumber && !has("want")) || has("limit") ? as("rule", "must and number") : as("requirement", "must")
  }
  if (has("works") && category && !isOurs) return as("quality", "works and quality", { category })
  const isBound = !has("rate") || has("each") || has("allow") || is(`^(?:${cues.limit.trim()})`)
  const isLimit = has("limit") && phrase("#", slots.numbers).test(text.replace(every(slots.date, slots.numbers), ""))
  // What shall get less is a hope, and what somebody is told is no limit.
  const isHope = has("change") || has("worth") || (is(lexicon.subjects.notifications) && !subject)
  if (isLimit && isHope && !isAsked) return undefined
  if (isLimit && isBound && !isOurs)
    return category === "performance" ? as("quality", "limit", { category }) : as("rule", "limit")
  if (has("allow") && !isOurs) return as("requirement", "can")
  if (has("free") || (has("pays") && is(slots.money))) return as("rule", "price")
  if (has("whoever") && !isNumber) return as("rule", "whoever")
  if (has("condition") && /,/.test(text) && !isOurs && !is(lexicon.acts.toYou)) return as("rule", "if")
  if (!segment.row && (has("rate") || (isNumber && (has("about") || has("state")))))
    return subject?.isSure && !has("state") ? undefined : as("context", "count")
  if (has("integrates")) return as("integration", "import")
  if (
    subject?.does &&
    !has("no") &&
    !isDenied(text, lexicon) &&
    (subject.isSure || segment.isBullet || sentence.frame.kind === "role")
  )
    return as("requirement", subject.isSure ? "person does" : "does what people do")
  if (has("state") && !has("limit")) return as("context", "state")
  if (segment.isBullet && opening(lexicon.roles.instruction).test(text)) return as("requirement", "instruction")
  if (segment.isBullet && text.split(/\s+/).length < 9 && is(lexicon.roles.feature)) return as("requirement", "feature")
  return undefined
}

/** Where nothing in the sentence says it: the column, or a heading above a list of what it should do. */
function byPlace(sentence: Sentence, has: Test): Verdict | undefined {
  if (sentence.segment.row) return { kind: "requirement", cue: "table" }
  return isWanted(sentence) && (!has("state") || sentence.segment.isBullet)
    ? { kind: "requirement", cue: `heading: ${sentence.frame.kind}` }
    : undefined
}

const isWanted = ({ frame: { kind } }: Sentence): boolean =>
  kind === "requirement" || kind === "must" || kind === "should" || kind === "could"
