import type { Activity, Concept, Cue, Intent, Lexicon } from "../lexicon/lexicon.ts"
import { lexicons } from "../lexicon/lexicons.ts"
import type * as Topic from "../topic.ts"
import type { Language } from "./language.ts"
import { matcher } from "./matcher.ts"

const entries = <K extends string, V>(record: Record<K, V>) => Object.entries(record) as [K, V][] // keys are K by type
const one = (list: string) => matcher([[true, list]])

function compile(lexicon: Lexicon) {
  return {
    lexicon,
    topics: matcher<Topic.ID>(entries(lexicon.topics)),
    cues: matcher<Cue>(entries(lexicon.cues)),
    intents: matcher<Intent>(entries(lexicon.intents)),
    concepts: matcher<Concept>(entries(lexicon.concepts)),
    vague: matcher<Topic.ID>(lexicon.vague),
    roles: matcher(lexicon.roles.map((role) => [role, role.words] as const)),
    activities: matcher<Activity>(entries(lexicon.activities).map(([id, { words }]) => [id, words] as const)),
    bounds: matcher(entries(lexicon.bounds)),
    boundsAfter: matcher(entries(lexicon.boundsAfter)),
    fillers: one(lexicon.fillers),
    negation: one(lexicon.negation),
    only: one(lexicon.only),
    correction: one(lexicon.correction),
    units: one(lexicon.units),
    per: one(lexicon.per),
    clock: one(lexicon.clock),
  }
}

export type Words = ReturnType<typeof compile>

const compiled = new Map<Language, Words>()

/** The compiled lexicon of a language, made at first use: an English conversation never pays for French. */
export function words(language: Language): Words {
  const found = compiled.get(language) ?? compile(lexicons[language])
  compiled.set(language, found)
  return found
}
