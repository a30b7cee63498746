import type { Language } from "../words.ts"
import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import type { DocumentWords } from "./wording.ts"

export const documentWords: Readonly<Record<Language, DocumentWords>> = { en, de, es, fr }
