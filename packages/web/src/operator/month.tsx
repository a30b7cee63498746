import { useEffect } from "preact/hooks"
import { useCall } from "../call/use-call.ts"
import { operatorWords } from "../words/operator.ts"
import { hashOf, monthAfter, monthName, monthOf, STATUSES, type Status } from "./place.ts"
import { Refusal } from "./refusal.tsx"
import { Row } from "./row.tsx"
import { useSigned } from "./signed.ts"
import { useLoaded } from "./use-loaded.ts"

const words = operatorWords.list

/** Of one page. */
const LIMIT = 25

type Props = { month: string; status: Status | undefined }

/** A month's submissions, newest first. */
export function Month({ month, status }: Props) {
  const { operator } = useSigned()
  const more = useCall()
  const wanted = { month, status, limit: LIMIT }
  const key = hashOf({ name: "month", month, ...(status && { status }) })
  const { value, problem, again, put } = useLoaded(key, (signal) => operator.submissions.list({ ...wanted, signal }))
  const name = monthName(month)
  useEffect(() => {
    document.title = `${name} – ${operatorWords.title} – Spec Wizard`
  }, [name])

  const next = value?.next
  const showMore = () =>
    more.run(async () => {
      const page = await operator.submissions.list({ ...wanted, after: next })
      put({ ...page, submissions: [...(value?.submissions ?? []), ...page.submissions] })
    })
  return (
    <>
      <div class="month">
        <h1 tabIndex={-1}>{name}</h1>
        <nav class="beside-month" aria-label={words.months}>
          <MonthLink month={monthAfter(month, -1)} status={status} />
          {month < monthOf(new Date()) && <MonthLink month={monthAfter(month, 1)} status={status} />}
        </nav>
      </div>
      <nav class="filter" aria-label={words.filter}>
        {[undefined, ...STATUSES].map((one) => (
          <a
            key={one ?? "all"}
            class="sieve"
            href={hashOf({ name: "month", month, ...(one && { status: one }) })}
            aria-current={one === status ? "true" : undefined}
          >
            {one ? operatorWords.status[one] : words.all}
          </a>
        ))}
      </nav>
      <p class="quiet-text" role="status">
        {value ? summary(value, name, status) : problem ? "" : operatorWords.loading}
      </p>
      <Refusal problem={problem} />
      {problem && (
        <button type="button" class="button" onClick={again}>
          {words.again}
        </button>
      )}
      <ul class="submissions">
        {value?.submissions.map((submission) => (
          <Row key={submission.reference} submission={submission} />
        ))}
      </ul>
      {next && (
        <button type="button" class="button" onClick={showMore} aria-disabled={more.busy}>
          {words.more}
        </button>
      )}
      <Refusal problem={more.problem} />
    </>
  )
}

const MonthLink = ({ month, status }: Props) => (
  <a class="way" href={hashOf({ name: "month", month, ...(status && { status }) })}>
    {monthName(month)}
  </a>
)

type Listed = { submissions: readonly unknown[]; next?: unknown }

function summary({ submissions, next }: Listed, month: string, status: Status | undefined): string {
  if (submissions.length > 0) return words.count(submissions.length, next !== undefined)
  return status ? words.noneOf(operatorWords.status[status].toLowerCase(), month) : words.none(month)
}
