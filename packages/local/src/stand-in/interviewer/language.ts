import { Language } from "@spec-wizard/core/protocol/document"
import type { Call } from "../call.ts"
import { lastWords } from "./visitor.ts"

const names: Readonly<Record<Language, RegExp>> = {
  en: /\b(english|englisch|inglés|anglais)\b/i,
  de: /\b(german|deutsch|alemán|allemand)\b/i,
  es: /\b(spanish|spanisch|español|espagnol)\b/i,
  fr: /\b(french|französisch|francés|français)\b/i,
}

const small: Readonly<Record<Language, RegExp>> = {
  en: /\b(the|and|is|are|we|have|with|should|not|for|of|to|they|it|my)\b/gi,
  de: /\b(der|die|das|und|ist|wir|haben|mit|soll|nicht|für|ein|eine|ich|sie)\b/gi,
  es: /\b(el|los|las|que|y|es|con|para|una|tengo|quiero|no|lo|del|por)\b/gi,
  fr: /\b(le|les|des|et|est|nous|avec|pour|une|je|ne|pas|du|sur|vous)\b/gi,
}

/** What the system prompt asks for, when it names exactly one language; else what the visitor writes; English when in doubt. */
export function languageOf(call: Call): Language {
  const code = /\b(?:language|locale)\W{1,4}(en|de|es|fr)\b/i.exec(call.system)?.[1]?.toLowerCase()
  const coded = Language.safeParse(code)
  if (coded.success) return coded.data
  const named = Language.options.filter((language) => names[language].test(call.system))
  const [only] = named
  if (only && named.length === 1) return only
  const words = lastWords(call)
  const scores = Language.options.map((language) => ({ language, score: words.match(small[language])?.length ?? 0 }))
  return scores.reduce((best, one) => (one.score > best.score ? one : best), { language: "en" as Language, score: 0 })
    .language
}
