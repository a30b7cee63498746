import type { Language, Wording } from "./wording.ts"
import { de } from "./words/de.ts"
import { en } from "./words/en.ts"
import { es } from "./words/es.ts"
import { fr } from "./words/fr.ts"

export const wordings: Readonly<Record<Language, Wording>> = { en, de, es, fr }
