import { type Document, isLive } from "@spec-wizard/core/protocol/document"
import type { Proposal } from "@spec-wizard/core/protocol/operation"
import { answers } from "./answer.ts"
import { contradictions } from "./contradict.ts"
import { corrections } from "./correct.ts"
import { distinct } from "./distinct.ts"
import { emit } from "./emit.ts"
import { grouped } from "./feature.ts"
import type { Heard } from "./heard.ts"
import { lines } from "./lines.ts"
import { making } from "./making.ts"
import type { Change } from "./plan.ts"
import { summary } from "./purpose.ts"
import { content, isToldBy } from "./same.ts"
import { serving } from "./serve.ts"
import { type Statement, statements } from "./statement.ts"
import { unanswered } from "./unanswered.ts"
import { isFree, type View, view } from "./view.ts"

/** What a message changes in the document as it stands: the same for the same message and document. */
export function propose(heard: Heard, document: Document): Proposal[] {
  if (heard.notes.length === 0) return []
  const make = making(heard, document.language)
  const seen = view(document)
  const decided = contradictions(statements(heard), make, seen)
  const corrected = corrections(
    decided.rest.filter((one) => !isRepeated(one, seen)),
    make,
    seen,
  )
  const isFirst = !document.used.summary
  const fresh = distinct(lines(corrected.rest, make, isFirst), make, seen)
  const told: Change[] = [...decided.changes, ...corrected.changes, ...summed(corrected.rest, seen), ...fresh]
  const settled = answers(told, corrected.rest, make, seen)
  const all = [...settled, ...decided.raised(settled), ...unanswered(make, seen)]
  return emit(serving(grouped(all, make, seen), seen), make, seen)
}

/** What it is all about, said once more: the summary grows by it. */
function summed(all: readonly Statement[], { document, says }: View): Change[] {
  const more = all.filter(({ kind }) => kind === "summary")
  const known = document.items.find((item) => item.kind === "summary" && isLive(item) && isFree(item))
  if (!known || more.every(({ text }) => isToldBy(says(known), content(text)))) return []
  const made = summary(more, known)
  return made ? [{ line: made, replaces: known.id }] : []
}

/** Word for word what a line was made from: it stands there, or the visitor took it out. */
const isRepeated = ({ sources, corrects, evidence }: Statement, { quoted }: View): boolean =>
  corrects === undefined &&
  evidence !== "default" &&
  sources.every(({ quote }) => quote.length >= LONG_ENOUGH && quoted(quote))
/** Shorter answers mean something else after another question. */
const LONG_ENOUGH = 12
