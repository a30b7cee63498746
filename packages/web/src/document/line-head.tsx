import { rank } from "@spec-wizard/core/document/rank"
import { EVIDENCE_ICONS } from "@spec-wizard/core/document/wording"
import type { Item } from "@spec-wizard/core/protocol/document"
import type { View } from "./view.ts"

/** So that no phone draws a sign as a coloured picture. */
export const PLAIN = "\uFE0E"

type Props = { view: Pick<View, "words" | "wording" | "lang">; item: Item; isNew: boolean }

/** The line's number, where it comes from, and what else is to be known about it; each as a word. */
export function LineHead({ view, item, isNew }: Props) {
  const { labels, evidence } = view.wording
  const words = [
    ...rank(item, view.wording),
    item.kind === "scope" && item.when && labels[item.when],
    item.kind === "exclusion" && labels.not,
  ]
  return (
    <p class="line-head">
      <span class="line-id">{item.id}</span>
      <span class="evidence">
        <span class="sign" aria-hidden="true">
          {EVIDENCE_ICONS[item.evidence] + PLAIN}
        </span>
        {evidence[item.evidence]}
      </span>
      {words.filter(Boolean).map((word) => (
        <span key={word}>{word}</span>
      ))}
      {item.state === "disputed" && <strong class="disputed">{labels.disputed}</strong>}
      {item.locked !== "none" && <span>{labels.locked}</span>}
      {isNew && (
        <span class="is-new" lang={view.lang}>
          {view.words.isNew}
        </span>
      )}
    </p>
  )
}
