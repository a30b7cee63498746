import { type Document, type ID, type Item, isLive, type Kind } from "@spec-wizard/core/protocol/document"
import type { Draft } from "@spec-wizard/core/protocol/operation"
import { type Content, content } from "./same.ts"

/** The document as a proposal looks at it: what counts, and what each line says, worked out once and only where it is needed. */
export type View = {
  document: Document
  live: readonly Item[]
  of: (kind: Kind) => readonly Item[]
  says: (item: Item) => Content
  /** Whether a line that counts, or that was taken out, was made from these words. */
  quoted: (quote: string) => boolean
}

export function view(document: Document): View {
  const live = document.items.filter(isLive)
  const byKind = new Map<Kind, Item[]>()
  for (const item of document.items) byKind.get(item.kind)?.push(item) ?? byKind.set(item.kind, [item])
  const said = new Map<ID, Content>()
  let quotes: Set<string> | undefined
  return {
    document,
    live,
    of: (kind) => byKind.get(kind) ?? [],
    says: (item) => {
      const known = said.get(item.id) ?? content(wordsOf(item))
      said.set(item.id, known)
      return known
    },
    quoted: (quote) => {
      quotes ??= new Set(
        document.items
          .filter(({ state }) => state !== "superseded")
          .flatMap(({ sources }) => sources.map((source) => normal(source.quote))),
      )
      return quotes.has(normal(quote))
    },
  }
}

const normal = (quote: string) =>
  quote
    .toLowerCase()
    .replace(/[\s.!]+/g, " ")
    .trim()

/** Without the words that frame every requirement. */
export function wordsOf(item: Item | Draft): string {
  if (item.kind === "requirement") {
    const { where, while: during, when, if: unwanted, shall } = item.ears
    return [where, during, when, unwanted, shall].filter(Boolean).join(" ")
  }
  return item.kind === "role" ? (item.title ?? item.text) : item.text
}

export const isFree = (item: Item) => item.locked === "none"
