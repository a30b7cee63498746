import type { Language } from "@spec-wizard/core/protocol/document"
import { de } from "./de/de.ts"
import { en } from "./en/en.ts"
import { es } from "./es/es.ts"
import { fr } from "./fr/fr.ts"
import type { Lexicon } from "./language.ts"

/** What the reader knows of each language. */
export const lexicons: Readonly<Record<Language, Lexicon>> = { en, de, es, fr }
