import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import type { Words } from "./wording.ts"

export const languages = ["en", "de", "es", "fr"] as const
export type Language = (typeof languages)[number]

export const words: Record<Language, Words> = { en, de, es, fr }

/** Of a BCP 47 tag; a language we do not write in becomes English. */
export function language(locale: string): Language {
  const spoken = locale.slice(0, 2).toLowerCase()
  return /^[a-z]{2}(-|$)/i.test(locale) ? (languages.find((known) => known === spoken) ?? "en") : "en"
}
