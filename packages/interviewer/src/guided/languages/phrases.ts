import type { Language } from "@spec-wizard/core/protocol/document"
import type { Phrases } from "../ask/phrases.ts"
import { de } from "./de/phrases.ts"
import { en } from "./en/phrases.ts"
import { es } from "./es/phrases.ts"
import { fr } from "./fr/phrases.ts"

export const phrases: Readonly<Record<Language, Phrases>> = { en, de, es, fr }
