import { isOpen } from "@spec-wizard/core/document/readiness"
import type { Item, Source } from "@spec-wizard/core/protocol/document"
import { clip, plain, sentenceCase } from "../gist.ts"
import type * as Memory from "../memory.ts"
import { tokens } from "../read/token.ts"
import { words } from "../read/words.ts"
import * as Aside from "./aside.ts"
import { keptGroup, lockedLine } from "./correct.ts"
import * as Fit from "./fit.ts"
import { journey } from "./journey.ts"
import { type Line, line, told } from "./line.ts"
import { linesOf } from "./lines.ts"
import type { Making } from "./making.ts"
import { add, type Change, isLine } from "./plan.ts"
import { content } from "./same.ts"
import { reworded, type Statement } from "./statement.ts"
import { isFree, type View } from "./view.ts"

type Dispute = { about: string; older: { quote: string }; newer: { quote: string } }

type Settled = {
  changes: Change[]
  rest: Statement[]
  /** The question of a contradiction that this message brought up, once it is known which lines it holds up. */
  raised: (changes: readonly Change[]) => Change[]
}

/** What the message decides about an older contradiction, and the one it brings up. */
export function contradictions(all: readonly Statement[], making: Making, view: View): Settled {
  const raised = (changes: readonly Change[]) =>
    newDisputes(making).flatMap((dispute) => asked(dispute, changes, making, view))
  const { before } = making.heard
  const [first] = all
  const dispute = before.last?.topic === "dispute" ? before.last.dispute : undefined
  const isDecided =
    dispute &&
    first?.kind === "decision" &&
    first.sources[0]?.start === 0 &&
    making.heard.after.last?.dispute?.about !== dispute.about
  if (!isDecided) return { changes: [], rest: [...all], raised }
  return { changes: decided(dispute, first, making, view), rest: all.slice(1), raised }
}

function newDisputes({ heard: { before, after } }: Making): Dispute[] {
  const now = after.last?.topic === "dispute" ? after.last.dispute : undefined
  const isNew = now && JSON.stringify(now) !== JSON.stringify(before.last?.dispute)
  // After the closing nobody is asked any more: the contradiction goes straight to what is open.
  const silent = before.closed
    ? after.unresolved.filter(
        (one) => !before.unresolved.some((old) => old.older === one.older && old.newer === one.newer),
      )
    : []
  return [
    ...(isNew ? [now] : []),
    ...silent.map(({ older, newer }) => ({ about: "", older: { quote: older }, newer: { quote: newer } })),
  ]
}

function asked(dispute: Dispute, changes: readonly Change[], making: Making, view: View): Change[] {
  const { ask } = making.wording
  const text = textOf(dispute, making)
  if (view.of("question").some((item) => item.text === text)) return []
  const older = find(dispute.older.quote, making, view)
  const newer = find(dispute.newer.quote, making, view)
  const sources = [older, newer].filter((source) => source !== undefined)
  const concerned = (item: { kind: string; sources: readonly Source[] }) =>
    DISPUTABLE.has(item.kind) && item.sources.some((known) => sources.some((source) => overlaps(known, source)))
  const ids = view.live.filter(concerned).map(({ id }) => id)
  return [
    add(
      line(
        {
          kind: "question",
          ...told({ evidence: "inferred", sources }),
          text,
          why: ask.disputeWhy,
          choices: [...[dispute.older, dispute.newer].map(({ quote }) => Fit.words(sentenceCase(quote))), ask.both],
          impact: 9,
          uncertainty: 8,
          blocks: ids.slice(0, 10),
        },
        "dispute",
        {
          blocks: changes
            .filter(isLine)
            .map(({ line }) => line)
            .filter(({ draft }) => concerned(draft))
            .slice(0, 10),
        },
      ),
    ),
  ]
}

const DISPUTABLE = new Set<string>([
  "requirement",
  "rule",
  "journey",
  "quality",
  "exclusion",
  "scope",
  "constraint",
  "decision",
])

const textOf = ({ older, newer }: Dispute, { wording }: Making) =>
  Fit.paragraph(wording.ask.dispute(clip(older.quote, 120), clip(newer.quote, 120)))

const overlaps = (a: Source, b: Source) => a.messageId === b.messageId && a.start < b.end && b.start < a.end

/** Where the words stand, letter for letter: in this message, in one at hand, or in a quote of the document. */
function find(quote: string, { heard }: Making, { document }: View): Source | undefined {
  const words = quote.replace(/…$/, "")
  if (words === "") return undefined
  for (const { id, text } of [heard.message, ...heard.transcript.toReversed()]) {
    const start = text.indexOf(words)
    if (start >= 0) return Fit.source({ messageId: id, quote: words, start, end: start + words.length })
  }
  for (const { sources } of document.items.toReversed())
    for (const source of sources) {
      const at = source.quote.indexOf(words)
      if (at >= 0) return { ...source, quote: words, start: source.start + at, end: source.start + at + words.length }
    }
  return heard.notes.map(({ source }) => source).find(({ quote }) => plain(quote).includes(words))
}

/** The question is answered, the decision kept, and what lost gives way: wholly, or but for what was not in dispute. */
function decided(dispute: Memory.Dispute, statement: Statement, making: Making, view: View): Change[] {
  const text = textOf(dispute, making)
  const question = view.live.find((item) => isOpen(item) && item.text === text && isFree(item))
  const answer: Change[] = question
    ? [{ proposal: { op: "answer", id: question.id, text: Fit.paragraph(statement.text), sources: statement.sources } }]
    : []
  const loser = [dispute.older, dispute.newer].find(({ quote }) => quote === statement.corrects)
  const decision = add(Aside.decision(statement, loser ? [sentenceCase(loser.quote)] : []))
  if (!loser) return [...answer, decision]
  const words = loser.quote.replace(/…$/, "")
  const lost = view.live.filter(
    (item) => DISPUTABLE.has(item.kind) && item.sources.some(({ quote }) => plain(quote).includes(words)),
  )
  return [...answer, decision, ...lost.flatMap((item) => given(item, loser.about, statement, making))]
}

function given(item: Item, about: string, statement: Statement, making: Making): Change[] {
  if (!isFree(item)) return [add(lockedLine(item, statement, making))]
  const rest = without(item, about, statement, making)
  const successor = rest?.find(({ draft }) => draft.kind === item.kind)
  if (successor) return [{ line: Object.assign(successor, keptGroup(item)), replaces: item.id }]
  return [{ proposal: { op: "retire", id: item.id, reason: Fit.words(making.wording.lost(statement.text)) } }]
}

/** "members should log in and see their plot" without accounts is still "members should see their plot". */
function without(item: Item, about: string, statement: Statement, making: Making): Line[] | undefined {
  const { heard } = making
  const [source] = item.sources
  if (!source || about.startsWith("#")) return undefined
  const quote = plain(source.quote)
  const found = tokens(quote)
  const hit = words(heard.language)
    .concepts(found)
    .filter(({ label }) => label === about)
    .sort((a, b) => b.length - a.length)[0]
  const [from, to] = [hit && found[hit.at], hit && found[hit.at + hit.length]]
  if (!hit || !from || !to || hit.at === 0) return undefined
  const joined = /^(?:and|und|y|et)$/.test(to.word)
  const next = joined ? found[hit.at + hit.length + 1] : undefined
  if (!next) return undefined
  const text = sentenceCase(`${quote.slice(0, from.start)}${quote.slice(next.start)}`)
  if (content(text).words.size < 3) return undefined
  const said = reworded(statement, text, heard.language)
  const remaining: Statement = {
    ...said,
    kind: item.kind === "journey" ? "journey" : "requirement",
    topic: "journey",
    sources: [...item.sources, ...statement.sources].slice(0, 20),
  }
  return item.kind === "journey" ? journey([remaining], making) : linesOf(remaining, making)
}
