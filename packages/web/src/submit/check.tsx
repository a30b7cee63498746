import type { ChatState } from "@spec-wizard/client"
import { isGuess, liveOf } from "@spec-wizard/core/document/format/group"
import { isOpen } from "@spec-wizard/core/document/readiness"
import { wordings } from "@spec-wizard/core/document/wordings"
import { type Document, isLive } from "@spec-wizard/core/protocol/document"
import { HEADING, lineOf, READINESS } from "../document/line-id.ts"
import { submissionWords } from "../words/submission/words.ts"
import { language } from "../words/words.ts"

type Props = {
  document: Document
  readiness: ChatState["patches"][number]["readiness"]
  title: string
  /** To something in the document, by its element's id. */
  onShow: (id: string) => void
}

/** What goes, counted, each with the way back to it. */
export function Check({ document, readiness, title, onShow }: Props) {
  const words = submissionWords()
  const { sections, labels, level, counts } = wordings[language(globalThis.document.documentElement)]
  const requirements = liveOf(document, "requirement")
  const questions = document.items.filter(isOpen)
  const guesses = document.items.filter((item) => isLive(item) && item.state === "proposed" && isGuess(item))
  const first = ([item]: readonly { id: string }[]) => item && lineOf(item.id)
  const rows = [
    { term: words.title, value: title, at: HEADING },
    { term: words.level, value: level[readiness.level], at: READINESS },
    { term: sections.requirements, value: counts.requirements(requirements.length), at: first(requirements) },
    { term: sections.questions, value: counts.questions(questions.length), at: first(questions) },
    { term: labels.guesses, value: counts.guesses(guesses.length), at: first(guesses) },
  ]
  return (
    <dl class="check">
      {rows.map(({ term, value, at }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd dir="auto">{value}</dd>
          {at && (
            <dd class="check-link">
              <button
                type="button"
                class="button quiet"
                aria-label={`${words.show}: ${term}`}
                onClick={({ currentTarget }) => {
                  currentTarget.closest("dialog")?.close()
                  onShow(at)
                }}
              >
                {words.show}
              </button>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
