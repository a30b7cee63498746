import { isGuess } from "@spec-wizard/core/document/format/group"
import { readiness } from "@spec-wizard/core/document/readiness"
import { wordings } from "@spec-wizard/core/document/wordings"
import type { Document, Item } from "@spec-wizard/core/protocol/document"
import { useState } from "preact/hooks"
import { Criteria } from "../document/criteria.tsx"
import { Facts } from "../document/facts.tsx"
import { LineHead } from "../document/line-head.tsx"
import { outline } from "../document/outline.ts"
import { Section } from "../document/section.tsx"
import type { View } from "../document/view.ts"
import { documentWords } from "../words/document/words.ts"
import { operatorWords } from "../words/operator.ts"

const words = operatorWords.one

/** The document as it was submitted, to be read: the same lines and marks that its visitor saw, and the words each was made of. */
export function DocumentView({ document }: { document: Document }) {
  const wording = wordings[document.language]
  const view = { wording, words: documentWords.en, lang: "en" }
  const [hasQuotes, setHasQuotes] = useState(false)
  const missing = [...new Set(readiness(document).missing.map(({ code }) => code))]
  return (
    <section class="submitted-document" aria-labelledby="submitted">
      <h2 id="submitted">{words.document}</h2>
      <p class="quiet-text">{words.asWas}</p>
      {missing.length > 0 && (
        <details class="fold">
          <summary>{words.missing(missing.length)}</summary>
          <ul class="points" lang={document.language}>
            {missing.map((code) => (
              <li key={code}>{wording.gaps[code]}</li>
            ))}
          </ul>
        </details>
      )}
      <label class="pick">
        <input
          type="checkbox"
          checked={hasQuotes}
          onChange={({ currentTarget }) => setHasQuotes(currentTarget.checked)}
        />
        {words.quotes}
      </label>
      <div lang={document.language}>
        {outline(document).map((part) => (
          <Section key={part.name} view={view} part={part}>
            {part.lines.map(({ item, isNested }) => (
              <SubmittedLine key={item.id} view={view} item={item} isNested={isNested} hasQuotes={hasQuotes} />
            ))}
          </Section>
        ))}
      </div>
    </section>
  )
}

type LineProps = { view: Pick<View, "wording" | "words" | "lang">; item: Item; isNested: boolean; hasQuotes: boolean }

const SubmittedLine = ({ view, item, isNested, hasQuotes }: LineProps) => (
  <li class={classes(item, isNested)}>
    <LineHead view={view} item={item} isNew={false} />
    <p class="line-text" dir="auto">
      {item.title && item.title !== item.text && <strong class="line-title">{`${item.title}. `}</strong>}
      {item.text}
    </p>
    <Facts item={item} wording={view.wording} />
    {item.kind === "requirement" && <Criteria view={view} criteria={item.criteria} />}
    {hasQuotes &&
      item.sources.map(({ quote, start, messageId }) => (
        <blockquote class="owner-said" dir="auto" key={`${messageId} ${start}`}>
          {quote}
        </blockquote>
      ))}
  </li>
)

const classes = (item: Item, isNested: boolean) =>
  ["line", isNested && "nested", item.kind === "feature" && "feature", isGuess(item) && "guess"]
    .filter(Boolean)
    .join(" ")
