import { origins } from "@spec-wizard/core/document/format/origin"
import type { Item } from "@spec-wizard/core/protocol/document"
import type { View } from "./view.ts"

type Props = { view: Pick<View, "wording" | "isHere">; item: Item }

/** What was said in messages that are not here, where the line does not say it itself: there is nowhere to go to see it. */
export function Quotes({ view: { wording, isHere }, item: { text, sources } }: Props) {
  const elsewhere = sources.filter(({ messageId }) => !isHere(messageId))
  const quotes = origins({ text, sources: elsewhere }, wording, undefined)
  if (quotes.length === 0) return null
  return (
    <dl class="facts">
      {quotes.map(({ label, quote }) => (
        <div class="fact" key={`${label} ${quote}`}>
          <dt>{wording.labels[label]}</dt>
          <dd dir="auto">{quote}</dd>
        </div>
      ))}
    </dl>
  )
}
