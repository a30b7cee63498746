import type { Source } from "../../protocol/document.ts"
import type { Wording } from "../wording.ts"
import type { Input } from "./input.ts"
import { plain } from "./plain.ts"

/** Where words of a line come from. No quote where the line says it word for word, no message where it has no number. */
export type Origin = { label: "quote" | "beside"; quote?: string; message?: string }

/** Each once. What stood beside is told where it says something: a mark or a full stop does not. */
export function origins(
  { text = "", sources }: { text?: string | undefined; sources: readonly Source[] },
  wording: Wording,
  numbers: Input["numbers"],
): Origin[] {
  const [open, close] = wording.quotes
  const seen = new Set<string>()
  return sources.flatMap(({ messageId, quote, context }): Origin[] => {
    if (context && !/[\p{L}\p{N}]/u.test(quote)) return []
    const number = numbers?.get(messageId)
    const origin: Origin = {
      label: context ? "beside" : "quote",
      ...(context || !isSaid(quote, text) ? { quote: open + plain(quote) + close } : {}),
      ...(number === undefined ? {} : { message: wording.message(number) }),
    }
    const key = JSON.stringify(origin)
    if (seen.has(key) || (origin.quote === undefined && origin.message === undefined)) return []
    seen.add(key)
    return [origin]
  })
}

const isSaid = (quote: string, text: string): boolean => bare(text).includes(bare(quote))

/** Without what a line may add or leave out: capitals, the mark of a list, the full stop. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^ ?[-–•*] /, "")
    .replace(/[.,;: ]+$/, "")
    .trim()
