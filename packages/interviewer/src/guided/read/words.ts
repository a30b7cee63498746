import type * as Topic from "@spec-wizard/core/interviewer/topic"
import { lazy } from "@spec-wizard/core/lazy"
import type { Activity, Concept, Cue, Intent, Lexicon, Role } from "../lexicon/lexicon.ts"
import { lexicons } from "../lexicon/lexicons.ts"
import type { Language } from "./language.ts"
import type { Matcher } from "./matcher.ts"
import { matcher } from "./matcher.ts"

export type Words = {
  lexicon: Lexicon
  topics: Matcher<Topic.ID>
  cues: Matcher<Cue>
  intents: Matcher<Intent>
  concepts: Matcher<Concept>
  vague: Matcher<Topic.ID>
  roles: Matcher<Role>
  activities: Matcher<Activity>
  bounds: Matcher<keyof Lexicon["bounds"]>
  boundsAfter: Matcher<keyof Lexicon["boundsAfter"]>
} & Record<Plain, Matcher<true>>

/** Lists whose patterns all mean the same. */
type Plain =
  | "fillers"
  | "negation"
  | "only"
  | "correction"
  | "units"
  | "per"
  | "clock"
  | "leads"
  | "trails"
  | "joins"
  | "exceptions"

const entries = <K extends string, V>(record: Record<K, V>) => Object.entries(record) as [K, V][] // keys are K by type

const compiled: Record<Language, Words> = lazy({
  en: () => compile(lexicons.en),
  de: () => compile(lexicons.de),
  es: () => compile(lexicons.es),
  fr: () => compile(lexicons.fr),
})

/** The lexicon of a language, each list compiled at first use: an English conversation pays for a few words of French only. */
export const words = (language: Language): Words => compiled[language]

function compile(lexicon: Lexicon): Words {
  const one = (name: Plain) => () => matcher([[true, lexicon[name]] as const])
  return lazy<Words>({
    lexicon: () => lexicon,
    topics: () => matcher(entries(lexicon.topics)),
    cues: () => matcher(entries(lexicon.cues)),
    intents: () => matcher(entries(lexicon.intents)),
    concepts: () => matcher(entries(lexicon.concepts)),
    vague: () => matcher(lexicon.vague),
    roles: () => matcher(lexicon.roles.map((role) => [role, role.words] as const)),
    activities: () => matcher(entries(lexicon.activities).map(([id, { words }]) => [id, words] as const)),
    bounds: () => matcher(entries(lexicon.bounds)),
    boundsAfter: () => matcher(entries(lexicon.boundsAfter)),
    fillers: one("fillers"),
    negation: one("negation"),
    only: one("only"),
    correction: one("correction"),
    units: one("units"),
    per: one("per"),
    clock: one("clock"),
    leads: one("leads"),
    trails: one("trails"),
    joins: one("joins"),
    exceptions: one("exceptions"),
  })
}
