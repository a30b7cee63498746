import { useEffect, useState } from "preact/hooks"
import { operatorWords } from "../words/operator.ts"
import { Fallbacks } from "./fallbacks.tsx"
import { Funnel } from "./funnel.tsx"
import { daysBefore, type Report, sums } from "./numbers.ts"
import { hashOf, RANGES, type Range } from "./place.ts"
import { Plots } from "./plots.tsx"
import { Refusal } from "./refusal.tsx"
import { useSigned } from "./signed.ts"
import { useLoaded } from "./use-loaded.ts"

const words = operatorWords.plots

/** What happened in the last days, drawn and counted. */
export function Figures({ days }: { days: Range }) {
  const { operator } = useSigned()
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  const range = { from: daysBefore(today, days - 1), to: today }
  const { value, problem, again } = useLoaded(range.from, (signal) => operator.metrics({ ...range, signal }))
  useEffect(() => {
    document.title = `${operatorWords.figures} – ${operatorWords.title} – Spec Wizard`
  }, [])
  return (
    <>
      <h1 tabIndex={-1}>{operatorWords.figures}</h1>
      <nav class="filter" aria-label={words.range}>
        {RANGES.map((range) => (
          <a
            key={range}
            class="sieve"
            href={hashOf({ name: "figures", days: range })}
            aria-current={range === days ? "true" : undefined}
          >
            {words.days(range)}
          </a>
        ))}
      </nav>
      <p class="quiet-text" role="status">
        {value ? words.counted : problem ? "" : operatorWords.loading}
      </p>
      <Refusal problem={problem} />
      {problem && (
        <button type="button" class="button" onClick={again}>
          {operatorWords.list.again}
        </button>
      )}
      {value && (isQuiet(value) ? <p>{words.quiet}</p> : <Plots days={value.days} />)}
      {value && <Fallbacks fallbacks={value.fallbacks} />}
      {value && <Funnel funnel={value.funnel} />}
    </>
  )
}

const isQuiet = ({ days }: Report) => Object.values(sums(days)).every((sum) => sum === 0)
