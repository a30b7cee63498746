import type { Api } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"
import { lastSession, pathOf } from "../session.ts"
import type { Words } from "../words/words.ts"

/** The same elements stand in index.html, for the first paint. */
export function Welcome({ words }: { words: Words }) {
  const last = lastSession()
  return (
    <div class="welcome">
      <h1>{words.first.heading}</h1>
      <p class="lead">{words.first.lead}</p>
      {last && (
        <p class="resume">
          <a href={pathOf(last)}>{words.first.resume}</a>
        </p>
      )}
    </div>
  )
}

type ExamplesProps = { api: Api; words: Words; onPick: (text: string) => void }

export function Examples({ api, words, onPick }: ExamplesProps) {
  const days = useDaysKept(api)
  return (
    <div class="examples">
      <p class="for-example">{words.first.forExample}</p>
      <button type="button" class="example" onClick={() => onPick(words.first.example)}>
        {words.first.example}
      </button>
      <p class="kept">
        {days === undefined ? words.first.noAccount : `${words.first.noAccount} ${words.kept(String(days))}`}
      </p>
    </div>
  )
}

/** Said only when the service has said it; the last line of the page, so that nothing moves. */
function useDaysKept(api: Api): number | undefined {
  const [days, setDays] = useState<number>()
  useEffect(() => {
    api.config().then(
      ({ retention }) => setDays(retention.sessionDays),
      () => undefined,
    )
  }, [api])
  return days
}
