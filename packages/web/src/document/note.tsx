import type { Finding } from "@spec-wizard/core/document/lint"
import type { View } from "./view.ts"

/** What a reviewer would ask about a line. */
export function Note({ view, finding }: { view: View; finding: Finding }) {
  const text = said(view, finding)
  return text === undefined ? null : (
    <p class="line-note" lang={view.lang}>
      {text}
    </p>
  )
}

/** Only what a visitor can help with, the first for each line. */
export const isForVisitors = ({ rule }: Finding) =>
  rule === "vague" || rule === "no-threshold" || rule === "unobservable"

function said({ words, wording }: View, { rule, word = "" }: Finding): string | undefined {
  const [open, close] = wording.quotes
  if (rule === "vague") return words.lint.vague(`${open}${word}${close}`)
  if (rule === "no-threshold") return words.lint.number
  return rule === "unobservable" ? words.lint.unobservable(word) : undefined
}
