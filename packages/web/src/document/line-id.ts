/** Where the document, and how far it has come, can take the focus. */
export const HEADING = "document-heading"
export const READINESS = "readiness"

/** The line's element. */
export const lineOf = (id: string) => `line-${id}`
