import type { ChatState } from "@spec-wizard/client"
import { READINESS } from "./line-id.ts"
import type { View } from "./view.ts"

type Readiness = ChatState["patches"][number]["readiness"]
type Code = Readiness["missing"][number]["code"]

/** More of them stand folded, so that the document begins in the same place however much is missing. */
const AT_ONCE = 3
const SIGNS: Readonly<Record<Readiness["level"], string>> = { "not-yet": "○", estimate: "◐", build: "●" }

/** Lines that wait for the visitor: how many, and the way to the first. */
type Waiting = { count: number; onPress: () => void }

type Props = { view: View; readiness: Readiness; unsorted: Waiting; guesses: Waiting }

/** How far the document has come, in words, and what is missing, as questions that go into the box. */
export function Readiness({ view, readiness: { level, missing }, unsorted, guesses }: Props) {
  const { words, wording } = view
  const all = byCode(missing)
  const gaps = all.filter(({ code }) => code !== "unsorted" && code !== "guess")
  const shown = gaps.length === AT_ONCE + 1 ? gaps.length : AT_ONCE
  return (
    <div class="readiness" id={READINESS} tabIndex={-1}>
      <p class="level">
        <span class="sign" aria-hidden="true">
          {SIGNS[level]}
        </span>
        {wording.level[level]}
      </p>
      {all.length > 0 && (
        <p class="missing" lang={view.lang}>
          {words.missing(all.length)}
        </p>
      )}
      {unsorted.count > 0 && (
        <button type="button" class="gap unsorted" onClick={unsorted.onPress}>
          {wording.counts.unsorted(unsorted.count)}
        </button>
      )}
      <Gaps view={view} gaps={gaps.slice(0, shown)} />
      {gaps.length > shown && (
        <details class="fold more">
          <summary lang={view.lang}>{words.more(gaps.length - shown)}</summary>
          <Gaps view={view} gaps={gaps.slice(shown)} />
        </details>
      )}
      {guesses.count > 0 && (
        <button type="button" class="gap guesses" onClick={guesses.onPress}>
          {wording.counts.guesses(guesses.count)}
        </button>
      )}
    </div>
  )
}

type Gap = { code: Code; lines: string[] }

/** Each question once, with the lines it is about. */
function byCode(missing: Readiness["missing"]): Gap[] {
  const lines = new Map<Code, string[]>()
  for (const { code, line } of missing) lines.set(code, [...(lines.get(code) ?? []), ...(line ? [line] : [])])
  return [...lines].map(([code, ids]) => ({ code, lines: ids }))
}

function Gaps({ view, gaps }: { view: View; gaps: readonly Gap[] }) {
  if (gaps.length === 0) return null
  return (
    <ul class="gaps">
      {gaps.map(({ code, lines: [first, ...others] }) => {
        const question = view.wording.gaps[code]
        const about = first ? `${first}${view.wording.colon}` : ""
        return (
          <li key={code}>
            <button type="button" class="gap" disabled={view.isClosed} onClick={() => view.ask(about + question)}>
              {question}
              {first && <span class="about">{others.length > 0 ? `${first} +${others.length}` : first}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
