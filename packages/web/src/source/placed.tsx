import { useMemo } from "preact/hooks"
import { documentWords } from "../words/document/words.ts"
import { language } from "../words/words.ts"
import { count } from "./count.ts"
import type { Place } from "./places.ts"

const NOWHERE: Place = { ranges: [], isSettled: false }

export type PlacedProps = {
  text: string
  place: Place | undefined
  /** To the first line that waits to be sorted. */
  onUnsorted: () => void
}

/** Beside a message of more than a sentence: how much of it has its place, what waits, and how one sees which. */
export function Placed({ text, place = NOWHERE, onUnsorted }: PlacedProps) {
  const spoken = language(document.documentElement)
  const words = documentWords[spoken].placed
  const { sentences, placed, unsorted } = useMemo(() => count(text, place.ranges, spoken), [text, place, spoken])
  if (sentences < 2 && unsorted === 0 && (placed === sentences || !place.isSettled)) return null
  return (
    <div class="placed">
      {place.isSettled ? (
        <details class="fold">
          <summary>{words.of(placed, sentences)}</summary>
          <ul class="legend">
            <li>
              <span class="sample" data-as="line">
                {words.line}
              </span>
            </li>
            <li>
              <span class="sample" data-as="unsorted">
                {words.waits}
              </span>
            </li>
            <li>
              <span class="aside">{words.aside}</span>
            </li>
          </ul>
        </details>
      ) : (
        <p>{words.all(sentences)}</p>
      )}
      {unsorted > 0 && (
        <button type="button" class="button quiet" onClick={onUnsorted}>
          {words.unsorted(unsorted)}
        </button>
      )}
    </div>
  )
}
