import type { ChatState } from "@spec-wizard/client"
import { empty } from "@spec-wizard/core/protocol/document"
import type { Words } from "../words/wording.ts"
import { counted, difference } from "./versions.ts"

/** What has changed, as it is said aloud; undefined for nothing. Words that are no part of the first load come when they are needed. */
export async function newsOf(was: ChatState, now: ChatState, words: Words): Promise<string | undefined> {
  const { submission, exports } = now
  if (was.submission && submission && submission !== was.submission) {
    const { status } = (await import("../words/submission/words.ts")).submissionWords()
    return [status.is[submission.status], submission.message].filter(Boolean).join(" ")
  }
  const moved = exports === was.exports ? undefined : exports.find((one) => !was.exports.includes(one))
  if (moved) {
    const { sentence } = await import("../export/sentence.ts")
    const { exportWords } = await import("../words/export/words.ts")
    return sentence(moved, exportWords())
  }
  if (!now.document || now.document === was.document) return undefined
  const counts = words.sides.counts(counted(difference(was.document ?? empty("en"), now.document)))
  return counts ? words.sides.grown(counts) : undefined
}
