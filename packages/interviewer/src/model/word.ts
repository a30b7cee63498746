import type { Document } from "@spec-wizard/core/protocol/document"

/** Said after a reply whose changes of the document could not be made. */
export const notWritten: Readonly<Record<Document["language"], string>> = {
  en: "I could not write this into the document this time. Your message is kept, and nothing was lost.",
  de: "Das konnte ich diesmal nicht ins Dokument schreiben. Ihre Nachricht bleibt erhalten, es ist nichts verloren.",
  es: "Esta vez no he podido escribirlo en el documento. Su mensaje queda guardado y no se ha perdido nada.",
  fr: "Je n’ai pas pu l’écrire dans le document cette fois-ci. Votre message est conservé, rien n’est perdu.",
}
