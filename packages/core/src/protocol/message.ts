import * as z from "zod/mini"
import * as Id from "../id.ts"

export const ID = Id.schema("msg")
export type ID = z.infer<typeof ID>

/** UTF-16 units in one message, as `String.length` counts them. */
export const MAX_LENGTH = 16_000

export const Choice = z.object({ label: z.string(), value: z.string() })
export type Choice = z.infer<typeof Choice>

export const Role = z.enum(["visitor", "wizard"])
export type Role = z.infer<typeof Role>

/** What somebody said. A visitor's carries `clientId`, the `id` of the frame it came in; the wizard's carries the turn that wrote it. */
export const Info = z.object({
  id: ID,
  seq: z.int(),
  /** 1, 2, … of the visitor's, for people; absent from the wizard's, and from those of before there were numbers. */
  number: z.optional(z.int()),
  role: Role,
  text: z.string(),
  at: z.string(),
  turnId: z.optional(Id.schema("trn")),
  clientId: z.optional(z.string()),
  choices: z.optional(z.array(Choice)),
})
export type Info = z.infer<typeof Info>

const MAX_OPENING_LENGTH = 48

/** The first words of a message, on one line, cut between two of them. */
export const openingOf = (text: string): string => shortened(text, MAX_OPENING_LENGTH)

const MAX_TITLE_LENGTH = 60
/** No more of a line is looked at for its title: a line may have all of a message's characters. */
const LOOKED_AT = 1_000

/** What a conversation is called after its first message: the first heading or sentence, without its marks. */
export function titleOf(text: string): string {
  const lines = text.split("\n").filter((one) => /[\p{L}\p{N}]/u.test(one))
  const subject = lines.find((one) => SUBJECT.test(one))?.replace(SUBJECT, "")
  const line = subject ?? lines.find((one) => !FRAME.test(one) && !GREETING.test(one)) ?? lines[0] ?? ""
  const bare = line
    .slice(0, LOOKED_AT)
    .replace(/^[\s#>*•\-–—\u{F0B7}]+/u, "")
    .replace(MARKS, "")
  const sentence = SENTENCE.exec(bare)?.[0] ?? bare
  return shortened(sentence.replace(/[.:\s]+$/, ""), MAX_TITLE_LENGTH)
}

/** Of Markdown. "C#" and "order_id" have none. */
const MARKS = /[*`]+|(?<![\p{L}\p{N}])[_#]+|_+(?![\p{L}\p{N}])/gu

/** To a stop that another sentence follows: "ca. 30", "e.g. boats" and "Dr. Smith" go on. */
const SENTENCE = /^.{12,}?(?:[!?]|(?<!(?:^|\s)\p{Lu}\p{L}{0,2})\.)(?=\s+[^\p{Ll}\d\s]|\s*$)/u

/** Of a mail: its subject, and what says nothing of its matter: who wrote to whom and when, and a line that only greets. */
const SUBJECT = /^\W*(?:subject|re|fwd?|betreff|aw|wg|asunto|objet|sujet)\s?:\s+/i
const FRAME =
  /^\W*(?:from|to|cc|date|sent|von|an|datum|gesendet|de|para|fecha|enviado|à|date|envoyé)\s?:\s|^[^\s,]+(?: [^\s,]+){0,4},\s*$/iu

/** By itself on its line, with a name at most. */
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|day)|hallo|guten (?:tag|morgen)|liebe[rs]?|sehr geehrte[rs]?|hola|buen[oa]s (?:d[ií]as|tardes)|estimad[oa]s?|bonjour|bonsoir|madame|monsieur|ch[eè]re?s?)(?: [^\s,.]+){0,4}[\s,.:!]*$/iu

/** Of a character that was cut, or of several that were joined to one. */
const HALF = /(?:[\uD800-\uDBFF]|\u200D|\uFE0F)+$/

function shortened(text: string, max: number): string {
  const line = text.trim().split(/\s+/).join(" ")
  if (line.length <= max) return line
  const end = line.lastIndexOf(" ", max - 1)
  return `${line.slice(0, end > max / 2 ? end : max - 1).replace(HALF, "")}…`
}
