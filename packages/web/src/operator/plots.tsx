import { operatorWords } from "../words/operator.ts"
import { count, type Daily, dayName, duration, each, percent, rate, sums, usd } from "./numbers.ts"
import { Plot, type Point } from "./plot.tsx"
import { Numbers } from "./table.tsx"

const words = operatorWords.plots

/** Six questions an owner has, each as a number and day by day. */
export function Plots({ days }: { days: readonly Daily[] }) {
  const all = sums(days)
  const by = (value: (day: Daily) => Point["value"]) => days.map((day) => ({ day: day.day, value: value(day) }))
  const completed = rate(all.submissions, all.sessions)
  const took = each(all.submittedSeconds, all.submissions)
  const cost = each(all.costUsd, all.submissions)
  return (
    <>
      <div class="plots">
        <Plot
          title={words.sessions}
          total={count(all.sessions)}
          about={words.messages(all.messages)}
          points={by(({ sessions }) => sessions)}
          format={count}
        />
        <Plot
          title={words.submissions}
          total={count(all.submissions)}
          about={words.exports(all.exports)}
          points={by(({ submissions }) => submissions)}
          format={count}
        />
        <Plot
          title={words.completion}
          total={completed === undefined ? words.outOf(all.submissions, all.sessions) : percent(completed)}
          about={completed === undefined ? words.tooFew : words.completed(all.submissions, all.sessions)}
          points={by((day) => rate(day.submissions, day.sessions))}
          format={percent}
        />
        <Plot
          title={words.time}
          total={took === undefined ? words.none : duration(took)}
          about={words.average(all.submissions)}
          points={by((day) => each(day.submittedSeconds, day.submissions))}
          format={duration}
        />
        <Plot
          title={words.cost}
          total={usd(all.costUsd)}
          about={words.tokens(all.inputTokens, all.outputTokens)}
          points={by(({ costUsd }) => costUsd)}
          format={usd}
        />
        <Plot
          title={words.costEach}
          total={cost === undefined ? words.none : usd(cost)}
          about={words.costAbout(all.submissions)}
          points={by((day) => each(day.costUsd, day.submissions))}
          format={usd}
        />
      </div>
      <p class="quiet-text">{words.replies(all.replies, all.failures)}</p>
      <Numbers caption={words.table} heads={HEADS} rows={[...days].reverse().map(row)} />
    </>
  )
}

const { columns } = words
const HEADS = [
  columns.day,
  columns.sessions,
  columns.messages,
  columns.replies,
  columns.failures,
  columns.submissions,
  columns.exports,
  columns.time,
  columns.tokens,
  columns.cost,
]

function row(day: Daily): string[] {
  const took = each(day.submittedSeconds, day.submissions)
  return [
    dayName(day.day),
    ...[day.sessions, day.messages, day.replies, day.failures, day.submissions, day.exports].map(count),
    took === undefined ? words.none : duration(took),
    count(day.inputTokens + day.outputTokens),
    usd(day.costUsd),
  ]
}
