import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { ID } from "@spec-wizard/core/protocol/document"

/** The question that waited for the message. */
export type Asked =
  | { topic: Topic.ID }
  /** How would you check that this works: a requirement. */
  | { topic: "criterion"; about: ID }
  /** Which of these holds: `about` is the open question, `lines` what it quotes, the first is 1. */
  | { topic: "dispute"; about: ID; lines: readonly ID[] }
  /** Shall we sum up. */
  | { topic: "wrap" }
  /** Is there anything else. */
  | { topic: "else" }
