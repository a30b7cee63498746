import { Language } from "@spec-wizard/core/protocol/document"
import { lexicons } from "../languages/languages.ts"
import { entire } from "./phrase.ts"

/** Fewer words than these tell nothing. */
const LEAST = 2
const LOOKED_AT = 4_000

/** The language of a text by its commonest words, of a tie or of too few the one that is spoken anyway. */
export function languageOf(text: string, spoken: Language): Language {
  const words =
    text
      .slice(0, LOOKED_AT)
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  const counts = new Map<Language, number>()
  for (const { language, acts } of Object.values(lexicons)) {
    const common = entire(acts.common)
    counts.set(language, words.filter((word) => common.test(word)).length)
  }
  const own = counts.get(spoken) ?? 0
  const [best, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [spoken, 0]
  return count >= LEAST && count > own + Math.floor(own / 3) ? best : spoken
}

/** What a conversation begins in: the browser's language where we speak it, else English. */
export const localLanguage = ({ locale }: { locale: string }): Language =>
  Language.safeParse(locale.slice(0, 2).toLowerCase()).data ?? "en"
