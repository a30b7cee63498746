import type { Language } from "@spec-wizard/core/specification/word"

/** What only paper needs; everything else is said in core's words. `$1` and `$2` stand for the page and how many there are. */
export type Words = { contents: string; language: string; page: string }

export const words: Readonly<Record<Language, Words>> = {
  en: { contents: "Contents", language: "Language", page: "Page $1 of $2" },
  de: { contents: "Inhalt", language: "Sprache", page: "Seite $1 von $2" },
  es: { contents: "Contenido", language: "Idioma", page: "Página $1 de $2" },
  fr: { contents: "Sommaire", language: "Langue", page: "Page $1 sur $2" },
}

/** What a language calls itself. */
export function nameOf(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
