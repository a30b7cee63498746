import type { Document } from "@spec-wizard/core/protocol/document"
import type { Code } from "./failure.ts"
import type { Part } from "./language-model.ts"

type Reason = Extract<Part, { type: "finish" }>["finishReason"]

/** Reasons by their provider's word that the SDK counts among others: its turn was broken off, or there was no more room. */
const BROKEN_OFF = /^(?:pause_turn|model_context_window_exceeded|malformed_\w+)$/

/** Why an answer is not all that there was to say; undefined when it is. A `length` may have cut its tool calls alone. */
export function unfinished({ unified, raw = "" }: Reason): Extract<Code, "model.cut" | "model.refused"> | undefined {
  if (unified === "content-filter" || raw === "refusal") return "model.refused"
  return unified === "length" || BROKEN_OFF.test(raw) ? "model.cut" : undefined
}

/** It had no more room, not for tool calls either: the same question would end the same way. */
export const isBrokenOff = ({ raw = "" }: Reason): boolean => BROKEN_OFF.test(raw)

/** The last words of an answer that is not whole. */
export const brokenOff: Record<
  ReturnType<typeof unfinished> & string,
  Readonly<Record<Document["language"], string>>
> = {
  "model.cut": {
    en: "My answer stops here because it was cut off. What you wrote is kept; you can have me try again.",
    de: "Meine Antwort endet hier, weil sie abgeschnitten wurde. Was Sie geschrieben haben, bleibt erhalten; Sie können mich noch einmal antworten lassen.",
    es: "Mi respuesta termina aquí porque se ha cortado. Lo que ha escrito queda guardado; puede pedirme que lo intente de nuevo.",
    fr: "Ma réponse s’arrête ici parce qu’elle a été coupée. Ce que vous avez écrit est conservé ; vous pouvez me faire réessayer.",
  },
  "model.refused": {
    en: "The AI stopped here and did not want to go on. What you wrote is kept; you can have it try again, or say it in other words.",
    de: "Die KI hat hier abgebrochen und wollte nicht weiter antworten. Was Sie geschrieben haben, bleibt erhalten; Sie können es noch einmal versuchen lassen oder anders sagen.",
    es: "La IA se ha detenido aquí y no ha querido continuar. Lo que ha escrito queda guardado; puede pedirle que lo intente de nuevo o decirlo con otras palabras.",
    fr: "L’IA s’est arrêtée ici et n’a pas voulu continuer. Ce que vous avez écrit est conservé ; vous pouvez la faire réessayer ou le dire autrement.",
  },
}
