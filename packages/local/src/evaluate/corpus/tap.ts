import { isLive } from "@spec-wizard/core/protocol/document"
import { type Edit, Sortable } from "@spec-wizard/core/protocol/operation"
import type { Line } from "../run.ts"
import type { Key } from "./brief.ts"

type Tap = Extract<Edit, { op: "sort" }>

/** A line this long stands for the fact it is a part of. */
const LONG_ENOUGH = 12

/**
 * How a visitor who knows what they meant sorts the unsorted lines on the page: by the first kind their analyst could defend, of those that can be
 * tapped.
 */
export function tap(lines: readonly Line[], key: Key): Tap[] {
  return lines
    .filter((line) => line.kind === "unsorted" && isLive(line))
    .flatMap(({ id, sources }): Tap[] => {
      const quotes = sources.map(({ quote }) => quote).join("\n")
      const fact = key.facts.find(
        ({ quote }) => quotes.includes(quote) || (quotes.length > LONG_ENOUGH && quote.includes(quotes)),
      )
      const kinds = key.outs.some((out) => quotes.includes(out)) ? ["exclusion"] : (fact?.kinds ?? [])
      const [kind] = kinds.flatMap((one) => Sortable.safeParse(one).data ?? [])
      return kind ? [{ op: "sort", id, kind }] : []
    })
}
