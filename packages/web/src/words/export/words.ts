import { type Language, language } from "../words.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import type { ExportWords } from "./wording.ts"

const all: Record<Language, ExportWords> = { en, de, es, fr }

export const exportWords = (): ExportWords => all[language(document.documentElement)]
