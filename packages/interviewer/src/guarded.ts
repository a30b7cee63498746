import type { Author, Changes, Context } from "@spec-wizard/core/interviewer"
import * as Log from "@spec-wizard/core/log"
import type { Proposal } from "@spec-wizard/core/protocol/operation"

/** What changes what a line says. */
const CHANGING = new Set<string>(["set", "supersede", "retire", "addTo", "removeFrom"])

/**
 * A model's changes, but what the guided interviewer wrote stays as it is, unless the message that is answered says otherwise and is quoted. A
 * line that was to take its place stands beside it.
 */
export function guarded(changes: Changes, { authors = [], message, session }: Context): Changes {
  if (!authors.some(({ model }) => model === "guided")) return changes
  return {
    ...changes,
    propose(document) {
      const guided = new Set<string>(
        document.items
          .filter(({ kind, addedIn }) => kind !== "unsorted" && authorOf(addedIn, authors) === "guided")
          .map(({ id }) => id),
      )
      return changes.propose(document).flatMap((proposal) => {
        const isKept = !CHANGING.has(proposal.op) || !("id" in proposal) || !guided.has(proposal.id)
        if (isKept || isQuoted(proposal, message.id)) return [proposal]
        Log.warn("interviewer.guarded", { sessionId: session.id, line: proposal.id })
        if (proposal.op !== "supersede") return []
        const { item, as } = proposal
        return [{ op: "add", item, ...(as && { as }) } as Proposal] // it takes the number that others count on
      })
    },
  }
}

/** Whoever wrote last before, or at, that version. */
const authorOf = (version: number, authors: readonly Author[]): string | undefined =>
  authors.findLast(({ since }) => since <= version)?.model

function isQuoted(proposal: Proposal, messageId: string): boolean {
  const { item, fields, sources } = proposal as { item?: Quoting; fields?: Quoting; sources?: Quoting["sources"] } // as far as it has them
  const all = [...listed(item?.sources), ...listed(fields?.sources), ...listed(sources)]
  return all.some((source) => "messageId" in source && source.messageId === messageId)
}

type Quoting = { sources?: unknown }

const listed = (sources: unknown): object[] =>
  Array.isArray(sources) ? sources.filter((one) => typeof one === "object" && one !== null) : []
