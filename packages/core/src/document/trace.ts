import { type Document, type ID, isLive } from "../protocol/document.ts"

/** What serves what: a line, the lines it depends on, and the numbers of the messages it was said in. */
export type Trace = { id: ID; serves: ID[]; criteria: string[]; messages: number[] }

/**
 * Goal → journey → requirement → criterion, and every line to its messages, as far as they have numbers; lines without either are left out.
 */
export function trace({ items }: Pick<Document, "items">, numbers: ReadonlyMap<string, number> = new Map()): Trace[] {
  return items.filter(isLive).flatMap((item) => {
    const serves = [...(item.kind === "requirement" && item.feature ? [item.feature] : []), ...item.dependsOn]
    const criteria = item.kind === "requirement" ? item.criteria.map(({ id }) => id) : []
    const messages = [...new Set(item.sources.flatMap(({ messageId }) => numbers.get(messageId) ?? []))]
    return serves.length + criteria.length + messages.length > 0 ? [{ id: item.id, serves, criteria, messages }] : []
  })
}
