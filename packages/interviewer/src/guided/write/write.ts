import type { Span } from "@spec-wizard/core/document/sentence"
import type * as Topic from "@spec-wizard/core/interviewer/topic"
import type { Document, Priority } from "@spec-wizard/core/protocol/document"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import type { Lexicon } from "../languages/language.ts"
import { entire, opening, phrase } from "../read/phrase.ts"
import type { Segment } from "../read/structure.ts"
import { asked, contradictions, type Line } from "./contradict.ts"
import { corrected, rewritten, type Taking, takingBack } from "./correct.ts"
import { draftOf, fits, type Said, type Words, wordsOf } from "./draft.ts"
import { type Frame, framesOf } from "./heading.ts"
import { verdictOf } from "./kind.ts"
import { isActor, namedIn } from "./named.ts"
import { type Person, roleLines } from "./people.ts"
import { answerTo, FIRM, firstOf } from "./slot.ts"
import { type Subject, subjectsOf } from "./subject.ts"
import { topicsOf } from "./topics.ts"
import type { Sentence, Verdict } from "./verdict.ts"

/** A sentence as it was understood. */
type Understood = { segment: Segment; words: Words; verdict: Verdict | undefined; taking: Taking | undefined }

export type Written = {
  topics: Topic.ID[]
  /** Nothing in it says that it is something else than what was asked for. */
  isPlain: boolean
  proposals(document: Document): Operation.Proposal[]
}

/** A brief has at least so many sentences beside a question that stands in it. */
const BRIEF = 3

/** A subject further inside is not what a sentence begins with. */
const MAX_ARTICLE = 8

/** What the content of a message becomes. */
export function write(
  said: Said,
  content: readonly Segment[],
  asked: Topic.ID | undefined,
  isFirst: boolean,
  lexicon: Lexicon,
): Written {
  const frames = framesOf(said.text, content, lexicon)
  const people: Person[] = []
  const topics = new Set<Topic.ID>()
  let isTaken = false
  let last: (Span & { block: number }) | undefined
  const understood = content.map((part, at) => {
    const frame = frames.get(part) ?? {}
    const segment = unled(
      said.text,
      part.label && !frame.isLabelled ? { ...part, start: Math.min(part.start, part.lead ?? part.start) } : part,
    )
    const written = said.text.slice(segment.start, segment.end)
    const text = written.replace(/[\s.!…;,]+$/, "")
    const subjects = subjectsOf(text, lexicon, frame.kind === "role")
    const isTheirs = opening(lexicon.roles.they).test(
      text.replace(phrase(`^(?:(?:${lexicon.slots.joins.trim()}),? )+`), ""),
    )
    const they = isTheirs && !frame.subject && last?.block === segment.block ? last : undefined
    const sentence: Sentence = {
      text,
      isQuestion: /\?[\p{P}\p{S}\s]*$/u.test(written),
      isLoud: written.endsWith("!"),
      segment,
      frame,
      lexicon,
      subjects,
      column: columnOf(said.text, segment, lexicon),
      isOpening: isFirst && at < 2,
      isLead: at === 0,
      isAlone: content.length === 1,
      isPart: content.length > BRIEF,
    }
    const told = verdictOf(sentence)
    const own = segment.isRemark && told?.kind !== "context" ? undefined : told
    const all = said.text.slice(segment.lead ?? segment.start, segment.end)
    const taking = segment.row || sentence.isQuestion ? undefined : takingBack(all, lexicon)
    const isBack = taking === "sure" || taking === "maybe"
    isTaken ||= taking === "sure"
    const verdict = asked && !isTaken ? answerTo(asked, sentence, own) : (firstOf(sentence, own) ?? own)
    const named = namedIn(said, sentence, verdict, isBack ? undefined : asked)
    people.push(...named)
    if (named.length > 0) topics.add("users")
    for (const topic of topicsOf(text, verdict, lexicon)) topics.add(topic)
    const theirs = verdict && PERMISSIONS.has(verdict.kind) ? they : undefined
    const actor = verdict && isActor(said.text, segment, lexicon) ? segment.row?.actor : theirs
    const isOwn = !frame.isStem && hasOwnSubject(text, subjects, lexicon)
    const about = isOwn ? undefined : isUnder(frame, verdict) ? frame.subject : actor
    const whole =
      isBack && segment.label ? { ...segment, start: Math.min(segment.start, segment.lead ?? segment.start) } : segment
    const words = wordsOf(said, whole, about, lexicon, frame.isStem)
    const sure = subjects.find(({ isSure, does }) => isSure && does)
    if (sure) last = { start: segment.start + sure.start, end: segment.start + sure.end, block: segment.block }
    else if (!isTheirs) last = undefined
    return { segment, words, verdict, taking }
  })
  return {
    topics: [...topics],
    isPlain: understood.every(({ verdict, taking }) => taking !== "sure" && !(verdict && FIRM.test(verdict.cue))),
    proposals: (document) => proposed(document, said, understood, people, lexicon),
  }
}

/** Without the letter that only says who speaks, or which point it is: "A: …", "b) …". */
function unled(text: string, segment: Segment): Segment {
  const lead = /^(?:\p{Lu}\s?:\s+)?(?:\(?\p{L}\)\s+)?/u.exec(text.slice(segment.start, segment.end))?.[0].length ?? 0
  return lead > 0 ? { ...segment, start: segment.start + lead, from: segment.from ?? segment.start } : segment
}

/** What may be said of somebody who was named before. */
const PERMISSIONS = new Set<string>(["requirement", "rule"])

/** Its text begins with whom it is about. */
const isUnder = (frame: Frame, verdict: Verdict | undefined) =>
  frame.subject !== undefined && verdict !== undefined && verdict.kind !== "exclusion"

/** Nobody before it may turn its sense: "only Ann can …", "the coach can …". */
const hasOwnSubject = (text: string, subjects: readonly Subject[], { cues, slots }: Lexicon): boolean =>
  phrase(`^(?:${cues.only}|${cues.nobody})`, slots.numbers).test(text) ||
  subjects.some(({ start, isSure }) => isSure && start <= MAX_ARTICLE)

function columnOf(text: string, { row }: Segment, { cues }: Lexicon): Priority | "later" | undefined {
  if (!row?.priority) return undefined
  const cell = text.slice(row.priority.start, row.priority.end)
  const [first = ""] = cell.split(/[,;(]/)
  const found = (["wont", "later", "must", "should", "could"] as const).find((name) =>
    entire(cues.priority[name]).test(first.trim()),
  )
  return found ?? (entire(cues.dismissed).test(first.trim()) ? "wont" : undefined)
}

function proposed(
  document: Document,
  said: Said,
  understood: readonly Understood[],
  people: readonly Person[],
  lexicon: Lexicon,
): Operation.Proposal[] {
  const found: Operation.Proposal[] = []
  const questions: Operation.Proposal[] = []
  const fresh: Line[] = []
  const gone = new Set<string>()
  for (const [at, { segment, words, verdict, taking }] of understood.entries()) {
    if (!fits(words)) continue
    const handle = `$${at + 1}` as const
    const anew = taking && rewritten(fresh, words, taking, lexicon)
    const old = anew?.line
    const draft = found.find((one) => one.op === "add" && old?.id !== undefined && one.as === old.id)
    const kept = understood[Number(old?.id?.slice(1)) - 1]
    if (anew?.words && old && kept?.verdict && draft?.op === "add") {
      old.words = anew.words
      draft.item = draftOf(kept.verdict, old.words, lexicon, kept.segment.reference)
      continue
    }
    const standing = { ...document, items: document.items.filter(({ id }) => !gone.has(id)) }
    const correction = !old && taking && corrected(standing, words, verdict, taking, lexicon, handle)
    if (correction) {
      found.push(...correction)
      for (const one of correction) if (one.op === "supersede") gone.add(one.id)
      continue
    }
    const line: Line = { words, ...(verdict && { kind: verdict.kind, id: handle }) }
    if (verdict) found.push({ op: "add", item: draftOf(verdict, words, lexicon, segment.reference), as: handle })
    if (verdict || !words.text.endsWith("?")) fresh.push(line)
    if (old && (old.id || line.id)) questions.push(asked(old, line, lexicon))
  }
  const told = questions.length > 0 ? questions : contradictions(document, fresh, gone, lexicon)
  return [...found, ...roleLines(document, said, people, lexicon), ...told]
}
