import { type Document, isLive } from "@spec-wizard/core/protocol/document"

/** What waits to be sorted. */
export const waitingIn = ({ items }: Pick<Document, "items">): string[] =>
  items.filter((item) => item.kind === "unsorted" && isLive(item)).map(({ id }) => id)
