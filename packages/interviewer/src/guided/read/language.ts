import * as z from "zod/mini"
import { lexicons } from "../lexicon/lexicons.ts"
import type { Token } from "./token.ts"
import { fold } from "./token.ts"

export const Language = z.enum(["en", "de", "es", "fr"])
export type Language = z.infer<typeof Language>

const small = Object.fromEntries(
  Language.options.map((language) => [language, new Set(words(lexicons[language].small))]),
) as Record<Language, Set<string>> // one entry per option

/** Whether a word is too common to carry meaning in that language. */
export const isSmall = (language: Language, word: string) => small[language].has(word)

/**
 * The language of the visitor's own words, by counting small words. It stays what it was until a message is clearly in another one:
 * "ok" or a product name must not switch a conversation.
 */
export function detect(tokens: Token[], current: Language | undefined, locale: string): Language {
  const scores = Language.options
    .map((language) => ({ language, score: tokens.filter((token) => small[language].has(token.word)).length }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scores
  const fallback = current ?? fromLocale(locale)
  if (!best || !second || best.language === fallback) return fallback
  if (current === undefined) return best.score >= 1 && best.score > second.score ? best.language : fallback
  const kept = scores.find(({ language }) => language === current)?.score ?? 0
  return best.score >= 3 && best.score >= kept + 2 && best.score > second.score ? best.language : current
}

function fromLocale(locale: string): Language {
  const parsed = Language.safeParse(locale.slice(0, 2).toLowerCase())
  return parsed.success ? parsed.data : "en"
}

function words(list: string): string[] {
  return fold(list)
    .split(/[\s,'’]+/)
    .filter(Boolean)
}
