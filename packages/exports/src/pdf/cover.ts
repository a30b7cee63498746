import type { Input } from "@spec-wizard/core/document/format"
import { day } from "@spec-wizard/core/document/format/day"
import { figures, gaps } from "@spec-wizard/core/document/format/gap"
import { readiness } from "@spec-wizard/core/document/readiness"
import { wordings } from "@spec-wizard/core/document/wordings"
import type { Document } from "@spec-wizard/core/protocol/document"
import { said } from "./text.ts"
import { words } from "./words.ts"

export type Cover = {
  kind: string
  facts: { label: string; value: string; isCode: boolean }[]
  level: string
  figures: string[]
  missing: string
  gaps: { question: string; lines: string }[]
}

/** What it is, how far it has come, and what it lacks. */
export function coverOf(document: Document, { date, reference, hash, form }: Input): Cover {
  const { language, version } = document
  const wording = wordings[language]
  const { labels } = wording
  const { level, missing } = readiness(document)
  const fact = (label: string, value: string, isCode = false) => ({ label, value, isCode })
  return {
    kind: wording.document,
    facts: [
      ...(reference ? [fact(labels.reference, said(reference), true)] : []),
      fact(labels.date, said(day(date, language))),
      fact(labels.version, String(version)),
      fact(words[language].language, words[language].name),
      ...(hash && form === "full" ? [fact(labels.fingerprint, said(hash), true)] : []),
    ],
    level: wording.level[level],
    figures: figures(document, wording.counts),
    missing: labels.missing,
    gaps: gaps(missing, wording).map(({ question, lines }) => ({ question, lines: lines.join(", ") })),
  }
}
