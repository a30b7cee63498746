import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import type { Words } from "./wording.ts"

export const languages = ["en", "de", "es", "fr"] as const
export type Language = (typeof languages)[number]

export const words: Record<Language, Words> = { en, de, es, fr }

/** `boot.js` has chosen it before the first paint; whatever else stands there means English. */
export function language(root: { lang: string }): Language {
  return languages.find((known) => known === root.lang) ?? "en"
}
