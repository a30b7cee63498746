import type { Proposal } from "../../../specification/operation.ts"
import type { Document } from "../../../specification/schema.ts"
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
import { serving } from "./serve.ts"
import { statements } from "./statement.ts"
import { unanswered } from "./unanswered.ts"
import { view } from "./view.ts"

/** What a message changes in the document as it stands: the same for the same message and document. */
export function propose(heard: Heard, document: Document): Proposal[] {
  if (heard.notes.length === 0) return []
  const make = making(heard, document.language)
  const seen = view(document)
  const decided = contradictions(statements(heard), make, seen)
  const corrected = corrections(decided.rest, make, seen)
  const isFirst = !document.used.summary
  const fresh = distinct(lines(corrected.rest, make, isFirst), seen)
  const told: Change[] = [...decided.changes, ...corrected.changes, ...fresh]
  const settled = answers(told, corrected.rest, make, seen)
  const all = [...settled, ...decided.raised(settled), ...unanswered(make, seen)]
  return emit(serving(grouped(all, make, seen), seen), make, seen)
}
