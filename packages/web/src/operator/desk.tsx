import { useEffect, useRef } from "preact/hooks"
import { operatorWords as words } from "../words/operator.ts"
import { Figures } from "./figures.tsx"
import { Month } from "./month.tsx"
import { hashOf, monthOf } from "./place.ts"
import { Submission } from "./submission.tsx"
import { usePlace } from "./use-place.ts"

/** What the operator sees: a month's submissions, one of them, or the figures. `hasEntered`: somebody has just signed in. */
export function Desk({ hasEntered }: { hasEntered: boolean }) {
  const place = usePlace()
  const list = useRef(hashOf({ name: "month", month: monthOf(new Date()) }))
  if (place.name === "month") list.current = hashOf(place)
  const main = useRef<HTMLElement>(null)
  const isFirst = useRef(!hasEntered)
  const which = place.name === "submission" ? place.reference : place.name
  useEffect(() => {
    // The address has changed, not the document: whoever listens is brought to the new heading.
    if (!isFirst.current) {
      scrollTo(0, 0)
      main.current?.querySelector("h1")?.focus()
    }
    isFirst.current = false
  }, [which])
  return (
    <main class="desk" ref={main}>
      <nav class="places" aria-label={words.places}>
        <a
          class="place"
          href={list.current}
          aria-current={place.name === "month" ? "page" : place.name === "submission" ? "true" : undefined}
        >
          {words.submissions}
        </a>
        <a class="place" href="#figures" aria-current={place.name === "figures" ? "page" : undefined}>
          {words.figures}
        </a>
      </nav>
      {place.name === "month" && <Month month={place.month} status={place.status} />}
      {place.name === "submission" && (
        <Submission key={place.reference} reference={place.reference} list={list.current} />
      )}
      {place.name === "figures" && <Figures days={place.days} />}
    </main>
  )
}
