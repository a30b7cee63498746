import type { Language } from "@spec-wizard/core/document/wording"

/** What only paper needs; everything else is said in core's words. `$1` and `$2` stand for the page and how many there are. */
export type Words = {
  contents: string
  language: string
  /** What the language calls itself. */
  name: string
  page: string
  /** Above the list of characters that no font has, and before it. */
  frames: string
  framed: string
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    contents: "Contents",
    language: "Language",
    name: "English",
    page: "Page $1 of $2",
    frames: "Characters in frames",
    framed: "No font here has these",
  },
  de: {
    contents: "Inhalt",
    language: "Sprache",
    name: "Deutsch",
    page: "Seite $1 von $2",
    frames: "Zeichen in Rahmen",
    framed: "Diese hat hier keine Schrift",
  },
  es: {
    contents: "Contenido",
    language: "Idioma",
    name: "Español",
    page: "Página $1 de $2",
    frames: "Caracteres en marcos",
    framed: "Ninguna fuente de aquí tiene estos",
  },
  fr: {
    contents: "Sommaire",
    language: "Langue",
    name: "Français",
    page: "Page $1 sur $2",
    frames: "Caractères encadrés",
    framed: "Aucune police ici n’a ceux-ci",
  },
}
