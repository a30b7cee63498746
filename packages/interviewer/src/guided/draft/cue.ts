import { lazy } from "@spec-wizard/core/lazy"
import type { Language } from "../read/language.ts"
import type { Hit, Matcher } from "../read/matcher.ts"
import { matcher } from "../read/matcher.ts"
import type { Token } from "../read/token.ts"
import { type Cue, wordings } from "./wording/wording.ts"

const compiled: Record<Language, Matcher<Cue>> = lazy({
  en: () => compile("en"),
  de: () => compile("de"),
  es: () => compile("es"),
  fr: () => compile("fr"),
})

const compile = (language: Language) => matcher(Object.entries(wordings[language].cues) as [Cue, string][]) // keys are cues by type

/** Words that show how a statement is meant. */
export const cues = (found: Token[], language: Language): Hit<Cue>[] => compiled[language](found)

export const cue = (found: Token[], language: Language, wanted: Cue): boolean =>
  cues(found, language).some(({ label }) => label === wanted)
