import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Lexicon } from "../languages/language.ts"
import { phrase } from "../read/phrase.ts"
import type { Segment } from "../read/structure.ts"
import type { Said } from "./draft.ts"
import { type Person, peopleIn } from "./people.ts"
import { personIn } from "./subject.ts"
import type { Sentence, Verdict } from "./verdict.ts"

/** A longer point below "who uses it" is a sentence about somebody. */
const MAX_NAME = 6

/** Who is in such a line need not have to do with it. */
const ABOUT_OTHERS = new Set<string>(["context", "summary", "constraint", "measure"])

/** Everybody who is named in a sentence as somebody who has to do with it. */
export function namedIn(
  said: Said,
  { segment, frame, subjects, text, lexicon }: Sentence,
  verdict: Verdict | undefined,
  asked: Topic.ID | undefined,
): Person[] {
  const { cues, slots } = lexicon
  if (verdict?.kind === "question" || verdict?.kind === "exclusion") return []
  const found: Person[] = []
  const story = phrase(cues.story, slots.numbers).exec(text)?.groups?.["who"]
  const at = (start: number, end: number) => ({ start: segment.start + start, end: segment.start + end })
  if (story) found.push({ name: at(text.indexOf(story), text.indexOf(story) + story.length), cue: "story" })
  if (segment.row?.actor && isActor(said.text, segment, lexicon))
    found.push({ name: segment.row.actor, cue: "table: actor" })
  if (frame.subject && !frame.isStem && (verdict || !frame.isSpoken))
    found.push({ name: bare(said.text, frame.subject, lexicon), cue: "heading: person" })
  if (
    asked === "users" ||
    (frame.kind === "role" && !frame.subject && !verdict && text.split(/\s+/).length <= MAX_NAME)
  )
    found.push(...peopleIn(said, segment, lexicon))
  if (!story && verdict && !ABOUT_OTHERS.has(verdict.kind))
    for (const { start, end, isSure, isAnybody, does } of subjects)
      if (!isAnybody && does) found.push({ name: at(start, end), cue: isSure ? "person does" : "does what people do" })
  return found
}

/** A heading without its article, marks and brackets. */
function bare(text: string, { start, end }: { start: number; end: number }, { roles }: Lexicon) {
  const name = text.slice(start, end)
  const article = phrase(`^[*_]*(?:${roles.article}) `).exec(name)?.[0].length ?? 0
  const cut = name.slice(article).replace(/\s*(?:\(.*|[*_:]+)$/s, "").length
  return { start: start + article, end: start + article + cut }
}

/** The column says who: somebody, and not everybody. */
export function isActor(text: string, { row }: Segment, { roles }: Lexicon): boolean {
  const person = row?.actor && personIn(text.slice(row.actor.start, row.actor.end), roles)
  return row?.actor !== undefined && person !== "never" && person !== "anybody"
}
