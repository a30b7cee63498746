import type { Item } from "@spec-wizard/core/protocol/document"
import { sentenceCase } from "../gist.ts"
import { wished } from "./duty.ts"
import * as Fit from "./fit.ts"
import { type Line, line, told } from "./line.ts"
import type { Making } from "./making.ts"
import { requirement } from "./requirement.ts"
import type { Statement } from "./statement.ts"

/** What it is all about, in at most 150 words of theirs. */
export function summary(all: readonly Statement[], before?: Item): Line | undefined {
  const [first] = all
  if (!first) return undefined
  let words = 0
  const taken = all.filter(({ text }, index) => {
    words += text.split(" ").length
    return index === 0 || words <= MAX_WORDS
  })
  const text = [...(before ? [{ text: before.text.replace(/\.$/, "") }] : []), ...taken]
    .map((one) => `${one.text.replace(TITLE, "")}.`)
    .join(" ")
    .split(" ")
    .slice(0, MAX_WORDS)
    .join(" ")
  return line(
    {
      kind: "summary",
      ...told({
        evidence: first.evidence,
        sources: [...(before?.sources ?? []), ...taken.flatMap(({ sources }) => sources)],
      }),
      text: Fit.paragraph(text),
    },
    "purpose",
  )
}
const MAX_WORDS = 150
const TITLE = /^(?:request for proposals?|rfp|ausschreibung|solicitud de propuestas?|appel d['’]offres?)\s*[–:-]\s*/i

/** What they wish for is a goal, and where it is plain who shall be able to do what, a requirement. */
export function wish(statement: Statement, making: Making): Line[] {
  const { heard, wording, written, who } = making
  const rest = wording.wish.exec(statement.text)?.at(-1)
  if (rest === undefined || heard.language !== written || rest.split(" ").length < MIN_WORDS) return []
  const ensured = wording.ensure(rest)
  const found = heard.language === "en" ? wished(rest, who) : { goal: rest, ...(ensured && { shall: ensured }) }
  if (!found) return []
  const goal = line({ kind: "goal", ...told(statement), text: Fit.paragraph(sentenceCase(found.goal)) }, "purpose")
  if (found.shall === undefined) return [goal]
  return [goal, { ...requirement(statement, making, { shall: found.shall, shape: "action" }), serves: [goal] }]
}
const MIN_WORDS = 3

/** Today's trouble: that it ends is our conclusion. */
export const problem = (statement: Statement, { wording }: Making): Line =>
  line(
    {
      kind: "goal",
      ...told({ ...statement, evidence: "inferred" }),
      text: Fit.paragraph(wording.problem(statement.text)),
    },
    statement.topic,
  )

export const goal = (statement: Statement): Line =>
  line({ kind: "goal", ...told(statement), text: Fit.paragraph(statement.labelled) }, statement.topic)
