import type { Brief } from "../../src/evaluate/corpus/brief.ts"
import type { Line, Message, Written } from "../../src/evaluate/run.ts"
import { spanOf } from "../../src/evaluate/span.ts"

/** The document a senior analyst would write of a brief: what each fact, exclusion, role, contradiction and correction of its key asks for. */
export function perfect(brief: Brief): Written {
  const visitor: Message[] = brief.messages.map((text, at) => ({ id: `m${at}`, role: "visitor", text }))
  const { facts, outs, roles, contradictions, corrections } = brief
  const sourceOf = (quote: string) => {
    const { messageId, start, end } = spanOf(visitor, quote)
    return { messageId, quote, start, end }
  }
  const line = (kind: Line["kind"], text: string, quotes: string[], over: Partial<Line> = {}): Line => ({
    id: "",
    kind,
    state: "accepted",
    evidence: "stated",
    text,
    sources: quotes.map(sourceOf),
    ...over,
  })
  const placed = [
    ...facts.map(({ quote, kinds: [kind = "unsorted"], subject }) =>
      line(kind, quote, [quote], subject === undefined ? {} : { title: [subject].flat()[0] }),
    ),
    ...outs.map((quote) => line("exclusion", quote, [quote])),
    ...roles.map((names) => line("role", [names].flat()[0] ?? "", [], { evidence: "inferred" })),
    ...contradictions.map((pair) => line("question", "?", [...pair])),
    ...corrections.map((one) => line("rule", one.old, [one.old], { state: "superseded" })),
  ]
  const items = [
    ...placed,
    ...leftOver(visitor, placed).map((source) => line("unsorted", source.quote, [], { sources: [source] })),
  ]
  return { messages: visitor, items: items.map((item, at) => ({ ...item, id: `L-${at + 1}` })) }
}

/** What no line quotes, line by line; marks of lists may go. */
function leftOver(visitor: readonly Message[], lines: readonly Line[]): Line["sources"] {
  return visitor.flatMap(({ id, text }) => {
    const units = text.split("")
    for (const { messageId, start, end } of lines.flatMap(({ sources }) => sources))
      if (messageId === id) units.fill("\n", start, end)
    const rests = units.join("").matchAll(/[^\n]*[\p{L}\p{N}][^\n]*/gu)
    return [...rests].map(({ 0: quote, index }) => ({ messageId: id, quote, start: index, end: index + quote.length }))
  })
}
