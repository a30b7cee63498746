import { type Language, language } from "../words.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import type { SubmissionWords } from "./wording.ts"

export const submission: Record<Language, SubmissionWords> = { en, de, es, fr }

export const submissionWords = (): SubmissionWords => submission[language(document.documentElement)]
