import { type Language, language } from "../words.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import type { KeepingWords } from "./wording.ts"

export const keeping: Record<Language, KeepingWords> = { en, de, es, fr }

export const keepingWords = (): KeepingWords => keeping[language(document.documentElement)]
