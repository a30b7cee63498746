import type { Ears } from "@spec-wizard/core/protocol/document"
import type { Lexicon } from "../languages/language.ts"
import { entire, phrase } from "../read/phrase.ts"

const MAX_WORDS = 300
const MAX_NAME = 7
const PARTS = ["while", "when", "if"] as const
const PATTERNS = { while: "state", when: "event", if: "unwanted" } as const

/**
 * The parts of a sentence that has them: "if …, the system must …", "the treasurer can …", "as a cook I want to …". The words stay the
 * visitor's; only "be able to" joins them.
 */
export function earsOf(text: string, { ears, cues, roles, slots }: Lexicon): Ears | undefined {
  const said = text.replace(/\s*[.;,!]+$/, "")
  const story = phrase(cues.story, slots.numbers).exec(said)?.groups
  if (story?.["who"] && story["rest"]) {
    const wish = phrase(`^(?:${ears.wish.trim()}) (?<wish>.+)$`).exec(story["rest"])?.groups?.["wish"]
    return wish
      ? fitting({ pattern: "ubiquitous", system: story["who"], shall: ears.able(upTo(wish, ears.soThat)) })
      : undefined
  }
  const lead = PARTS.flatMap((part) => {
    const clause = phrase(`^(?:${ears[part].trim()}) (?<clause>[^,]{3,300}), (?:${ears.then.trim()} )?(?=\\p{L})`).exec(
      said,
    )
    return clause?.groups?.["clause"] ? [{ part, clause: clause.groups["clause"], length: clause[0].length }] : []
  })[0]
  const main = lead ? said.slice(lead.length) : said
  const must =
    phrase(`^(?<system>[^,:]{2,90}?) (?:${ears.must.trim()}) (?<shall>.+)$`).exec(main)?.groups ??
    (lead && ears.turned
      ? phrase(`^(?:${ears.must.trim()}) (?<system>${ears.turned} _) (?<shall>.+)$`).exec(main)?.groups
      : undefined)
  const can = must
    ? undefined
    : phrase(`^(?<system>[^,:]{2,90}?) (?:${ears.can.trim()}) (?<shall>.+)$`).exec(main)?.groups
  const { system, shall } = must ?? can ?? {}
  if (
    !system ||
    !shall ||
    entire(roles.pronoun).test(system) ||
    phrase(cues.negative).test(`${system} ${shall.slice(0, 20)}`)
  )
    return undefined
  return fitting({
    pattern: lead ? PATTERNS[lead.part] : "ubiquitous",
    ...(lead && { [lead.part]: lead.clause }),
    system,
    shall: can ? ears.able(shall) : shall,
  })
}

/** What stands before the reason. */
const upTo = (text: string, reason: string) =>
  text.slice(0, phrase(reason).exec(text)?.index ?? text.length).replace(/[\s,]+$/, "")

const fitting = (ears: Ears): Ears | undefined =>
  ears.system.split(" ").length <= MAX_NAME && ears.system.length <= MAX_WORDS && ears.shall.length <= MAX_WORDS
    ? ears
    : undefined
