import { lint } from "@spec-wizard/core/document/lint"
import { Evidence, type Item, isLive } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type { Brief } from "./brief.ts"
import type { Played } from "./play.ts"
import { questionsOf } from "./question.ts"
import { hasEach } from "./stem.ts"

/** Shares are from 0 to 1; a share of nothing is 1. */
export type Score = {
  brief: string
  /** Share of the expected requirements that a line says, and the names of those that none says. */
  found: number
  missed: string[]
  /** Share of quotes that stand, to the letter, in the visitor's message they name; and how many there are. */
  quotes: number
  quoted: number
  /** Lines with a quote that does not. */
  misquoted: string[]
  /** Share of the expected contradictions that were named, and the names of the others. */
  named: number
  unnamed: string[]
  questions: number
  /** Asked once more after an answer or a skip. */
  repeated: readonly string[]
  /** Replies with more than one question. */
  crowded: number
  readiness: string
  gaps: string[]
  lines: number
  findings: number
  evidence: Record<Evidence, number>
  turns: number
  failed: number
  /** Turns the guided interviewer answered in place of the model. */
  stoodIn: number
  inputTokens: number
  outputTokens: number
  /** Undefined when the price of any turn is. */
  costUsd: number | undefined
  seconds: number
}

/** `isGuided`: nobody else was to be asked. */
export function score(brief: Brief, played: Played, isGuided: boolean): Score {
  const { messages, specification, ends } = played
  const live = specification.items.filter(isLive)
  const replies = messages.flatMap(({ role, text }) => (role === "wizard" ? [text] : []))
  const asked = replies.map((reply) => questionsOf(reply).length)
  const known = live.filter(({ kind, evidence }) => !OPEN.has(kind) && evidence !== "default").map(textOf)
  const missed = brief.find.filter(({ words }) => !known.some((text) => hasEach(text, words)))
  const unnamed = brief.contradictions.filter(({ sides }) => !isNamed(sides, replies, live))
  const quotes = specification.items.flatMap(({ id, sources }) => sources.map((source) => ({ id, source })))
  const misquotes = quotes.filter(({ source }) => !isVerbatim(source, messages))
  const completed = ends.filter((end) => end.type === "turn.completed")
  const costs = completed.map(({ usage }) => usage.costUsd)
  return {
    brief: brief.name,
    found: share(brief.find.length - missed.length, brief.find.length),
    missed: missed.map(({ name }) => name),
    quotes: share(quotes.length - misquotes.length, quotes.length),
    quoted: quotes.length,
    misquoted: misquotes.map(({ id }) => id),
    named: share(brief.contradictions.length - unnamed.length, brief.contradictions.length),
    unnamed: unnamed.map(({ name }) => name),
    questions: sum(asked),
    repeated: played.repeated,
    crowded: asked.filter((count) => count > 1).length,
    readiness: specification.readiness.level,
    gaps: specification.readiness.missing.map(({ code, line }) => (line ? `${code} ${line}` : code)),
    lines: live.length,
    findings: lint(specification).length,
    evidence: countedBy(live),
    turns: ends.length,
    failed: ends.length - completed.length,
    stoodIn: isGuided ? 0 : completed.filter(({ model }) => model === "guided").length,
    inputTokens: sum(completed.map(({ usage }) => usage.inputTokens)),
    outputTokens: sum(completed.map(({ usage }) => usage.outputTokens)),
    costUsd: costs.every((cost) => cost !== undefined) ? sum(costs) : undefined,
    seconds: played.seconds,
  }
}

/** A summary says everything at once, an open question nothing yet. */
const OPEN = new Set<Item["kind"]>(["summary", "question"])

/** All that the line itself says. Its sources are the visitor's words, its remark is about the line. */
function textOf({ sources: _sources, remark: _remark, ...item }: Item): string {
  const words = (value: unknown): string[] =>
    typeof value === "string" ? [value] : typeof value === "object" && value ? Object.values(value).flatMap(words) : []
  return words(item).join(" ")
}

type Sides = Brief["contradictions"][number]["sides"]

/** A reply that asks has both sides in one paragraph, or a disputed or open line has both, or each of two disputed lines one. */
function isNamed(sides: Sides, replies: readonly string[], live: readonly Item[]): boolean {
  const paragraphs = replies.filter((reply) => questionsOf(reply).length > 0).flatMap((reply) => reply.split("\n"))
  const disputed = live.filter(({ state }) => state === "disputed").map(textOf)
  const open = live.filter(({ kind }) => kind === "question").map(textOf)
  return (
    [...paragraphs, ...disputed, ...open].some((text) => hasEach(text, sides)) ||
    sides.every((side) => disputed.some((text) => hasEach(text, [side])))
  )
}

function isVerbatim(source: Item["sources"][number], messages: readonly Message.Info[]): boolean {
  const { messageId, quote, start, end } = source
  const message = messages.find(({ id }) => id === messageId)
  return message?.role === "visitor" && message.text.slice(start, end) === quote
}

function countedBy(live: readonly Item[]): Record<Evidence, number> {
  const count = (evidence: Evidence) => live.filter((item) => item.evidence === evidence).length
  return Object.fromEntries(Evidence.options.map((evidence) => [evidence, count(evidence)])) as Record<Evidence, number> // every option
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
