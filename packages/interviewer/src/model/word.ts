import type { Document } from "@spec-wizard/core/protocol/document"

/** Said after a reply of whose changes some could not be made. */
export const notWritten: Readonly<Record<Document["language"], string>> = {
  en: "Part of this I could not put in its place; it stands in the document in your words, not sorted yet.",
  de: "Einen Teil davon konnte ich nicht einordnen; er steht in Ihren Worten im Dokument, noch nicht sortiert.",
  es: "Una parte no la he podido colocar; está en el documento con sus palabras, todavía sin ordenar.",
  fr: "Je n’ai pas pu en ranger une partie ; elle figure dans le document avec vos mots, pas encore triée.",
}
