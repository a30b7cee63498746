import type { Kind } from "@spec-wizard/core/protocol/document"
import { type Part, shareOf } from "../figure.ts"
import type { Line } from "../run.ts"
import { ENOUGH, held, holds, type Span, spanOf } from "../span.ts"
import { areNaming, hasWords } from "../words.ts"
import type { Fact } from "./brief.ts"
import { isLump, longest, type Reading } from "./reading.ts"

/** A line with a quote this many times longer may be about something else too. */
const MUCH_LONGER = 2

/** What an exclusion must not become. */
const WANTED: readonly Kind[] = ["requirement", "feature", "scope", "goal"]

const idsOf = (lines: readonly Line[]): string => lines.map(({ id }) => id).join(" ")

/** What became of every fact, of what is not wanted, and of small talk. */
export function scoreFacts(
  reading: Reading,
): Part<"facts" | "kind" | "wrong" | "stray" | "lumped" | "subject" | "outs" | "inversions" | "noise"> {
  const facts = reading.key.facts.map((fact) => judgeFact(reading, fact))
  const outs = reading.key.outs.map((phrase) => judgeOut(reading, phrase))
  const noise = reading.key.noise.map((phrase) => ({
    phrase,
    takers: reading.placed.filter((line) => holds(spanOf(reading.visitor, phrase), [line])),
  }))
  const taken = noise.filter(({ takers }) => takers.length > 0)
  const inversions = [...facts, ...outs].reduce((total, { inverted }) => total + inverted, 0)
  return {
    figures: {
      facts: shareOf(facts.map(({ isFound }) => isFound)),
      kind: shareOf(facts.map(({ isFitting }) => isFitting)),
      wrong: shareOf(facts.map(({ isWrong }) => isWrong)),
      stray: [facts.reduce((total, { strays }) => total + strays, 0)],
      lumped: [facts.filter(({ isLumped }) => isLumped).length],
      subject: shareOf(facts.flatMap(({ isNamed }) => isNamed ?? [])),
      outs: shareOf(outs.map(({ isOut }) => isOut)),
      inversions: [inversions],
      noise: [taken.length],
    },
    notes: [
      ...facts.flatMap(({ notes }) => notes),
      ...outs.flatMap(({ notes }) => notes),
      ...taken.map(({ phrase, takers }) => `noise: ${idsOf(takers)} | ${phrase}`),
    ],
  }
}

function judgeFact({ visitor, live, placed }: Reading, { quote, kinds, never, subject }: Fact) {
  const span = spanOf(visitor, quote)
  const lines = placed.filter((line) => held(span, [line]) > 0)
  const isFound = holds(span, live)
  const isFitting = holds(
    span,
    live.filter((line) => kinds.includes(line.kind) && !isLump(line, span)),
  )
  const isWrong = isFound && !isFitting && holds(span, placed)
  const holders = live.filter((line) => holds(span, [line]))
  const isLumped = holders.length > 0 && holders.every((line) => isLump(line, span))
  const isNamed =
    subject !== undefined && isFound
      ? lines.some(({ title, text, role, sources }) =>
          areNaming([title, text, role, ...sources.map((source) => source.quote)], subject),
        )
      : undefined
  const inverted = misplaced(placed, span, never, isFitting).filter((line) => isAbout(line, span))
  const strays = lines.filter((line) => line.kind !== "summary" && !kinds.includes(line.kind) && isAbout(line, span))
  return {
    isFound,
    isFitting,
    isWrong,
    isLumped,
    isNamed,
    strays: strays.length,
    inverted: inverted.length,
    notes: [
      ...(isFound ? [] : [`lost: ${quote}`]),
      ...(isWrong ? [`wrong kind: ${idsOf(lines)} | ${quote}`] : []),
      ...(isLumped ? [`lumped: ${idsOf(holders)} | ${quote}`] : []),
      ...(isNamed === false ? [`without its subject: ${subject} | ${quote}`] : []),
      ...inverted.map(({ id }) => `inverted: ${id} | ${quote}`),
    ],
  }
}

function judgeOut({ visitor, live, placed }: Reading, phrase: string) {
  const span = spanOf(visitor, phrase)
  const exclusions = live.filter(
    (line) => (line.kind === "exclusion" || line.priority === "wont") && !isLump(line, span),
  )
  const isOut = holds(span, exclusions)
  const inverted = misplaced(placed, span, WANTED, isOut)
  return {
    isOut,
    inverted: inverted.length,
    notes: [
      ...(isOut ? [] : [`not an exclusion: ${phrase}`]),
      ...inverted.map(({ id }) => `inverted: ${id} | ${phrase}`),
    ],
  }
}

/** A line that gathers several quotes under a heading of its own (a feature, a summary) is not about each of them. */
const isAbout = (line: Line, span: Span): boolean =>
  holds(span, [line]) && (line.sources.length === 1 || hasWords(line.text, span.phrase, ENOUGH))

/** Lines of a kind it must not become. One whose quote is about much more is let off when the span also stands where it belongs. */
const misplaced = (placed: readonly Line[], span: Span, kinds: readonly Kind[], isFitting: boolean): Line[] =>
  placed.filter(
    (line) =>
      kinds.includes(line.kind) &&
      line.priority !== "wont" &&
      holds(span, [line]) &&
      !(isFitting && longest(line, span) > MUCH_LONGER * span.phrase.length),
  )
