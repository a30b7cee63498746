import type { Document, Source } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type { Quote } from "../prompt/tools.ts"
import { quotes } from "./quote.ts"

export type Found = { sources: Source[] /** Quotes that nobody said. */; missing: string[] }

/**
 * Where quotes stand: in a message of the visitor, or, when that is no longer at hand, in what a line has kept of it. A wrong number is no wrong
 * quote: the words count, and the latest message that has them.
 */
export function finder(messages: readonly Message.Info[], document: Document) {
  const visitors = messages.filter(({ role }) => role === "visitor")
  const locate = quotes(visitors)
  const kept = (line?: string) =>
    document.items
      .filter(({ id }) => line === undefined || id === line)
      .flatMap((item) => [
        ...item.sources,
        ...(item.kind === "requirement" ? item.criteria.flatMap((one) => one.sources) : []),
      ])
      .filter(({ context }) => !context)
  const within = (sources: readonly Source[], quote: string): Source[] => {
    for (const source of sources) {
      const [found] = quotes([{ id: source.messageId, text: source.quote }])(source.messageId, quote)
      if (found) return [{ ...found, start: source.start + found.start, end: source.start + found.end }]
    }
    return []
  }
  const sourcesOf = ({ message, line, quote }: Quote): Source[] => {
    if (quote === undefined) return line === undefined ? [] : kept(line)
    if (line !== undefined) {
      const own = within(kept(line), quote)
      if (own.length > 0) return own
    }
    const likely = visitors.toSorted((a, b) => Number(b.seq === message) - Number(a.seq === message) || b.seq - a.seq)
    for (const { id } of likely) {
      const found = locate(id, quote)
      if (found.length > 0) return found
    }
    return within(kept(), quote)
  }
  return (wanted: readonly Quote[] = []): Found => {
    const found = wanted.map((quote) => ({ quote, sources: sourcesOf(quote) }))
    return {
      sources: found.flatMap(({ sources }) => sources),
      missing: found.flatMap(({ quote, sources }) => (sources.length > 0 ? [] : [quote.quote ?? quote.line ?? ""])),
    }
  }
}
