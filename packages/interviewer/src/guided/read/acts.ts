import type { Aside } from "@spec-wizard/core/protocol/turn"
import type { Lexicon } from "../languages/language.ts"
import { subjectsOf } from "../write/subject.ts"
import { trimmed } from "./lines.ts"
import { stems } from "./number.ts"
import { entire, every, opening, phrase } from "./phrase.ts"
import type { Segment } from "./structure.ts"

/** A longer sentence is content, whatever it begins with. */
const MAX_WORDS = 16
/** A sentence with no more words beside a greeting or thanks says nothing else. */
const FEW = 6
/** So many words that matter beside those of an act say something. */
const CONTENT = 4
/** So many signs behind a question's are looked at: a message may have thousands. */
const SIGNS = 100
/** A remark about our question is no longer. */
const ABOUT = 8

type Act = Exclude<Aside["act"], "mark" | "heading" | "speaker" | "mail_header" | "signature">

/** In this order: "no, nothing else, thanks" ends it. `deny` is a bare "no". */
const WHOLE = ["clarify", "skip", "unsure", "done", "thanks", "confirm"] as const satisfies Act[]

export type Told = { act: Act | "deny"; span: { start: number; end: number } }

/** "The meeting began at 18:10": the time of day is no number of the matter. */
const CLOCK = /(?<!\d)\d{1,2}\s?[:h]\s?\d{2}(?!\d)/g

/** What a sentence is when it says nothing for the document: never one with a number, nor with several words that matter beside the act's own. */
export function actOf(sentence: string, lexicon: Lexicon): Act | "deny" | undefined {
  return /\d/.test(sentence.replace(CLOCK, "")) ? undefined : wordsOf(sentence, lexicon)
}

function wordsOf(sentence: string, lexicon: Lexicon): Act | "deny" | undefined {
  const { acts, cues, slots, roles } = lexicon
  const said = withoutFiller(bare(sentence), acts.filler)
  if (said === "") return wordless(sentence)
  const words = said.split(/\s+/).length
  if (words > MAX_WORDS) return undefined
  const isToYou = /\?/.test(sentence) && phrase(acts.toYou).test(said)
  const isToMe = /\?/.test(sentence) ? phrase(roles.we).test(said) : phrase(acts.toYou).test(said)
  if ((isToYou || (isToMe && words <= ABOUT)) && phrase(acts.ours).test(said)) return "clarify"
  for (const act of WHOLE) if (entire(acts[act]).test(said)) return act
  if (entire(acts.deny).test(said)) return "deny"
  if (entire(`${acts.filler}|${acts.talk}|${acts.repeat}`).test(said)) return "small_talk"
  const parts = said.split(/\s*[,;–—]\s*|\s+-\s+/)
  const pieces = parts.filter((piece) => !entire(acts.filler).test(piece))
  if (parts.length > 1) {
    const found = pieces.map((piece) => [...WHOLE, "deny" as const].find((act) => entire(acts[act]).test(piece)))
    const [act] = found.filter((one) => one !== "deny" && one !== "thanks" && one !== "confirm")
    if (found.every(Boolean)) return act ?? found.find((one) => one !== "thanks") ?? "thanks"
  }
  const isAll = (vocabulary: string) => stems(said.replace(every(vocabulary), " "), lexicon).size < CONTENT
  const isShort = /[:,]\s*$/.test(sentence) || ((words <= FEW || /!\s*$/.test(sentence)) && isAll(acts.greeting))
  if (opening(acts.greeting).test(said) && isShort && !phrase(acts.serious).test(said)) return "greeting"
  if ([acts.serious, cues.excluded, cues.unwanted].some((words) => phrase(words, slots.numbers).test(said)))
    return undefined
  if (opening(acts.thanks).test(said) && isAll(acts.thanks)) return "thanks"
  const isTalk = /[!?]|[:;]-?[)D]/.test(sentence) || phrase(acts.toYou).test(said) || phrase(roles.we).test(said)
  if (isToYou && phrase(acts.personal).test(said) && !phrase(cues.thing).test(said)) return "small_talk"
  if (!isAll(`${acts.small_talk}|${acts.chat}`)) return undefined
  if ((isTalk || words <= FEW) && phrase(acts.small_talk).test(said)) return "small_talk"
  const isOfTalk = /\?/.test(sentence) ? phrase(acts.toYou).test(said) : !phrase(roles.modal).test(said)
  const isChat = isTalk && phrase(acts.chat).test(said) && isOfTalk
  return isChat && !subjectsOf(said, lexicon).some(({ isSure, does }) => isSure && does) ? "small_talk" : undefined
}

/** A sentence of signs alone; filler by itself says nothing. */
const wordless = (sentence: string): Act =>
  /\?/.test(sentence) ? "clarify" : /[👍👌✅✔]/u.test(sentence) ? "confirm" : "small_talk"

/** Without marks around it and without quotation marks. */
const bare = (sentence: string) => sentence.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, "").replace(/\s+/g, " ")

/** Without the little words that only begin it. */
function withoutFiller(said: string, filler: string): string {
  const begin = phrase(`^(?:(?:${filler.trim()})[\\s,.!:;–—-]+)+(?=\\S)`).exec(said)?.[0].length ?? 0
  return said.slice(begin)
}

/** "Hello, we hire out boats", "as I wrote, we hire out boats": how long is what says nothing, 0 without it. */
function leadLength(sentence: string, { acts }: Lexicon): number {
  const lead = `^(?:(?:${acts.greeting.trim()}|${acts.repeat}|${acts.talk})\\s?[,!.:–-]\\s*)+(?=[\\p{L}\\d])`
  const [said = ""] = phrase(lead).exec(sentence) ?? []
  return /\d/.test(said) ? 0 : said.length
}

/** Sentences of a message told apart: those that say something, and those that do not. */
export function sift(
  text: string,
  segments: readonly Segment[],
  lexicon: Lexicon,
): { content: Segment[]; told: Told[] } {
  const told: Told[] = []
  const content: Segment[] = []
  for (const segment of segments) {
    const start = segment.lead ?? segment.start
    const said = text.slice(start, segment.end)
    const act = segment.row || segment.isBullet ? undefined : actOf(said, lexicon)
    const skip = segment.isBullet ? 0 : leadLength(said, lexicon)
    if (act) told.push({ act, span: { start, end: segment.end } })
    else if (skip === 0 || start + skip < segment.start) content.push(segment)
    else {
      const { label: _, ...rest } = segment
      const isGreeting = opening(lexicon.acts.greeting).test(said)
      if (isGreeting) told.push({ act: "greeting", span: trimmed(text, { start, end: start + skip }) })
      content.push({ ...rest, start: start + skip, lead: start, ...(!isGreeting && { from: start }) })
    }
  }
  // "What do you mean? Who does what?" is about our question to its end.
  const isAbout =
    told.some(({ act }) => act === "clarify") &&
    content.every(({ end }) => /\?[\p{P}\s]*$/u.test(text.slice(Math.max(0, end - SIGNS), end)))
  const asks = content.map(({ lead, start, end }): Told => ({ act: "clarify", span: { start: lead ?? start, end } }))
  return isAbout ? { content: [], told: [...told, ...asks] } : { content, told }
}
