import type { Language } from "@spec-wizard/core/protocol/document"
import type { Act } from "@spec-wizard/core/protocol/turn"
import type * as Memory from "../memory.ts"
import { isEnd, isRepeat, isSortingWished } from "./heard.ts"
import type { Phrases } from "./phrases.ts"

/** What is asked of the interviewer: by the choices of an offer, or in so many words. `told`: not to ask what they have told. */
export type Wish = "sum" | "more" | "goOn" | "back" | "told" | "sort"

export const asideOf: Readonly<Record<Wish, Act>> = {
  sum: "done",
  more: "confirm",
  goOn: "confirm",
  back: "skip",
  told: "skip",
  sort: "confirm",
}

export function wishOf(
  text: string,
  waiting: Memory.Waiting | undefined,
  spoken: Phrases,
  language: Language,
): Wish | undefined {
  const { heard } = spoken
  if (isEnd(text, heard, language) || (waiting && spoken.sums.test(text))) return "sum"
  if (isSortingWished(text, heard)) return "sort"
  if (!waiting) return undefined
  if (isRepeat(text, heard, language) === "all") return "told"
  if (spoken.backs.test(text)) return "back"
  if (waiting.question === "wrap" && spoken.mores.test(text)) return "more"
  return waiting.question === "else" && text === spoken.goOn ? "goOn" : undefined
}
