import { Kind, Language } from "@spec-wizard/core/protocol/document"
import * as z from "zod/mini"
import { readBrief } from "../../talk/brief.ts"
import { type Chosen, listKeys, nameOf, readJson } from "../files.ts"

const Phrase = z.string().check(z.minLength(1))
const Phrases = z.array(Phrase)

/** One name, or several for the same. */
const Name = z.union([Phrase, Phrases.check(z.minLength(1))])
const Names = z.array(Name)

const Fact = z.object({ quote: Phrase, kinds: z.array(Kind), never: z.array(Kind), subject: z.optional(Name) })
export type Fact = z.infer<typeof Fact>

/** What a senior analyst would make of a brief, in the visitor's own words; evaluation/briefs/README.md says what the fields mean. */
const Key = z.object({
  language: Language,
  facts: z.array(Fact),
  outs: Phrases,
  noise: Phrases,
  frame: Phrases,
  loose: z._default(Phrases, []),
  contradictions: z.array(z.tuple([Phrase, Phrase])),
  corrections: z.array(z.object({ old: Phrase, new: Phrase })),
  roles: Names,
  maybeRoles: z._default(Names, []),
  notRoles: z._default(Names, []),
  numbers: Phrases,
  maxQuestionsAlreadyAnswered: Phrases,
})
export type Key = z.infer<typeof Key>

export type Brief = Key & { name: string; messages: string[] }

/** Each is a key, NAME.json, and beside it what the visitor says, NAME.md. @throws {StartError} */
export async function readBriefs(chosen: Chosen): Promise<Brief[]> {
  const keys = await listKeys("briefs", chosen)
  return await Promise.all(
    keys.map(async (place) => ({
      ...(await readJson(place, Key)),
      name: nameOf(place),
      messages: await readBrief(place.replace(/json$/, "md")),
    })),
  )
}
