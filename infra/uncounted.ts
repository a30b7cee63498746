import { deadLetters } from "./queue.ts"

/** Where in the table's stream the changes stand that could not be counted; the stream itself forgets them after a day. */
export const uncounted = deadLetters("Count")
