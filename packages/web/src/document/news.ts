import type { ChatState } from "@spec-wizard/client"
import { empty } from "@spec-wizard/core/protocol/document"
import type { Words } from "../words/wording.ts"
import { language } from "../words/words.ts"
import { counted, difference } from "./versions.ts"
import { waitingIn } from "./waiting.ts"

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
  const sorted = sortedBetween(was, now)
  if (sorted > 0) {
    const { documentWords } = await import("../words/document/words.ts")
    const { sorting } = documentWords[language(document.documentElement)]
    return [sorting.sorted(sorted), sorting.left(waitingIn(now.document).length)].join(" ")
  }
  const counts = words.sides.counts(counted(difference(was.document ?? empty("en"), now.document)))
  return counts ? words.sides.grown(counts) : undefined
}

/** Lines that a visitor sorted, where nothing else has changed. */
function sortedBetween(was: ChatState, now: ChatState): number {
  const operations = now.patches
    .slice(was.patches.length)
    .flatMap((patch) => (patch.by === "visitor" ? patch.operations : [undefined]))
  return operations.every((operation) => operation?.op === "supersede") ? operations.length : 0
}
