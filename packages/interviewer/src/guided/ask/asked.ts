import * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Document, ID } from "@spec-wizard/core/protocol/document"
import type * as Memory from "../memory.ts"
import type { Asked } from "../read/asked.ts"
import { disputeAt, lineAt } from "./lines.ts"

/** A line that is not there: no proposal about it is taken. */
const NOWHERE: ID = "U-99999"

/**
 * The question that waits, for whoever reads the answer: with the numbers that its lines have by now. An answer about unsorted lines is not
 * read as content.
 */
export function askedOf({ question, places }: Memory.Waiting, document: Document): Asked | undefined {
  const [first] = places
  switch (question) {
    case "unsorted":
      return undefined
    case "criterion":
      return { topic: question, about: (first && lineAt(document, first, "requirement")?.id) ?? NOWHERE }
    case "dispute": {
      const dispute = disputeAt(document, places)
      return {
        topic: question,
        about: dispute?.id ?? NOWHERE,
        lines: [...(dispute?.dependsOn ?? []), NOWHERE].slice(0, 2),
      }
    }
    case "wrap":
    case "else":
      return { topic: question }
    default:
      return { topic: question }
  }
}

export const topicOf = (waiting: Memory.Waiting | undefined): Topic.ID | undefined =>
  Topic.ID.options.find((topic) => topic === waiting?.question)
