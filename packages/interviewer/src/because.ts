import { BudgetExhaustedError } from "@spec-wizard/core/budget/error"
import type { Document } from "@spec-wizard/core/protocol/document"
import { languageOf } from "@spec-wizard/core/specification"
import type { Code, ModelFailedError } from "./model/failure.ts"

type Reason = "unreachable" | "access" | "key" | "ownKey" | "spent" | "ownSpent" | "off" | "refused" | "unusable"
type Language = Document["language"]

const reasons: Readonly<Record<Language, Record<Reason, string>>> = {
  en: {
    unreachable: "The AI cannot be reached right now.",
    access: "This site is not allowed to ask the AI.",
    key: "The AI’s provider does not accept the key of this site.",
    ownKey: "The AI’s provider does not accept your key.",
    spent: "What may be spent on the AI is used up for now.",
    ownSpent: "The account that your key belongs to has reached its limit.",
    off: "The AI is switched off at the moment.",
    refused: "The AI did not want to answer this message.",
    unusable: "The AI’s answer to this message could not be used.",
  },
  de: {
    unreachable: "Die KI ist gerade nicht erreichbar.",
    access: "Diese Seite darf die KI nicht fragen.",
    key: "Der Anbieter der KI nimmt den Schlüssel dieser Seite nicht an.",
    ownKey: "Der Anbieter der KI nimmt Ihren Schlüssel nicht an.",
    spent: "Was für die KI ausgegeben werden darf, ist im Moment verbraucht.",
    ownSpent: "Das Konto, zu dem Ihr Schlüssel gehört, hat sein Limit erreicht.",
    off: "Die KI ist im Moment abgeschaltet.",
    refused: "Die KI wollte auf diese Nachricht nicht antworten.",
    unusable: "Die Antwort der KI auf diese Nachricht war nicht zu gebrauchen.",
  },
  es: {
    unreachable: "Ahora mismo no se puede contactar con la IA.",
    access: "Este sitio no tiene permiso para preguntar a la IA.",
    key: "El proveedor de la IA no acepta la clave de este sitio.",
    ownKey: "El proveedor de la IA no acepta su clave.",
    spent: "Por ahora se ha agotado lo que se puede gastar en la IA.",
    ownSpent: "La cuenta a la que pertenece su clave ha llegado a su límite.",
    off: "La IA está desconectada en este momento.",
    refused: "La IA no ha querido responder a este mensaje.",
    unusable: "La respuesta de la IA a este mensaje no se ha podido usar.",
  },
  fr: {
    unreachable: "L’IA n’est pas joignable pour l’instant.",
    access: "Ce site n’a pas le droit d’interroger l’IA.",
    key: "Le fournisseur de l’IA n’accepte pas la clé de ce site.",
    ownKey: "Le fournisseur de l’IA n’accepte pas votre clé.",
    spent: "Ce qui peut être dépensé pour l’IA est épuisé pour l’instant.",
    ownSpent: "Le compte auquel appartient votre clé a atteint sa limite.",
    off: "L’IA est désactivée en ce moment.",
    refused: "L’IA n’a pas voulu répondre à ce message.",
    unusable: "La réponse de l’IA à ce message n’a pas pu être utilisée.",
  },
}

const consequences: Readonly<Record<Language, { writes: string; asks: string }>> = {
  en: {
    writes: "So I go on with questions of my own. Nothing you wrote is lost.",
    asks: "So for now I only ask. What you write is kept word for word and waits to be sorted.",
  },
  de: {
    writes: "Deshalb frage ich mit eigenen Fragen weiter. Nichts von dem, was Sie geschrieben haben, ist verloren.",
    asks: "Deshalb frage ich vorerst nur. Was Sie schreiben, bleibt Wort für Wort erhalten und wartet darauf, eingeordnet zu werden.",
  },
  es: {
    writes: "Así que sigo con mis propias preguntas. No se ha perdido nada de lo que ha escrito.",
    asks: "Así que por ahora solo pregunto. Lo que escriba se guarda palabra por palabra y queda pendiente de ordenar.",
  },
  fr: {
    writes: "Je continue donc avec mes propres questions. Rien de ce que vous avez écrit n’est perdu.",
    asks: "Pour l’instant, je pose donc seulement des questions. Ce que vous écrivez est gardé mot pour mot, en attendant d’être classé.",
  },
}

const reasonsOf: Readonly<Record<Code, Reason>> = {
  "model.rate_limited": "unreachable",
  "model.unavailable": "unreachable",
  "model.timeout": "unreachable",
  "model.key_refused": "key",
  "model.spend_limit": "spent",
  "model.refused": "refused",
  "model.invalid": "unusable",
  "model.silent": "unusable",
  "model.cut": "unusable",
}

/** Whose key a model is asked with; on Bedrock there is none. */
export type Whose = "ours" | "theirs" | "nobody's"

/** The same failure is another's matter. */
const ALIKE: Readonly<Record<Whose, Partial<Record<Reason, Reason>>>> = {
  ours: {},
  theirs: { key: "ownKey", spent: "ownSpent" },
  "nobody's": { key: "access" },
}

/** Said before the second one goes on: why it does, and what becomes of what was written. */
export function notice(
  failure: ModelFailedError | BudgetExhaustedError,
  { locale, writes, key }: { locale: string; writes: boolean; key: Whose },
): string {
  const language = languageOf({ locale })
  const reason = reasonOf(failure)
  const told = ALIKE[key][reason] ?? reason
  return `${reasons[language][told]} ${consequences[language][writes ? "writes" : "asks"]}`
}

function reasonOf(failure: ModelFailedError | BudgetExhaustedError): Reason {
  if (failure instanceof BudgetExhaustedError) return failure.cap === "off" ? "off" : "spent"
  return reasonsOf[failure.code]
}
