import { advance } from "@spec-wizard/core/document/apply"
import { lint } from "@spec-wizard/core/document/lint"
import { resolve } from "@spec-wizard/core/document/propose"
import { readiness } from "@spec-wizard/core/document/readiness"
import { type Document, empty } from "@spec-wizard/core/protocol/document"
import type { Draft, Proposal } from "@spec-wizard/core/protocol/operation"
import type { Row } from "../row.ts"
import { median, spread } from "../statistics.ts"

const SIZES = [125, 250, 500, 1_000]
const JUDGED = 500
const BUDGET_MS = 10
const ROUNDS = 60
const WARM_UP = 15

export const document: Row = {
  name: "document",
  title: "A change of the document",
  how: `One patch of three proposals (a line added, one superseded, one linked) checked, applied, and the document's readiness and lint
computed anew, as the end of a turn does. A third of the lines are requirements with two criteria each. The floor is one copy of the document
through JSON. Medians of ${ROUNDS} rounds, sizes in turns.`,
  async run(say) {
    say("filling documents")
    const measured = SIZES.map((lines) => ({ document: filled(lines), ours: [] as number[], floor: [] as number[] }))
    say("changing them")
    for (let round = 0; round < WARM_UP + ROUNDS; round++)
      for (const { document, ours, floor } of measured) {
        const [one, other] = [timed(() => change(document)), timed(() => JSON.parse(JSON.stringify(document)))]
        if (round < WARM_UP) continue
        ours.push(one)
        floor.push(other)
      }
    return measured.map(({ document, ours, floor }) => {
      const lines = document.items.length
      const ms = median(ours)
      return {
        what: `${lines.toLocaleString("en")} lines`,
        measured: spread(ours, "ms", 2),
        floor: `a copy: ${spread(floor, "ms", 2)}`,
        ratio: ms / median(floor),
        ...(lines === JUDGED && { budget: `≤ ${BUDGET_MS} ms`, met: ms <= BUDGET_MS }),
      }
    })
  },
}

const MESSAGE = "When the 13th cake of a day is ordered, it is refused, and the customer sees why."
const sources = [
  { messageId: "msg_01J00000000000000000000000" as const, quote: MESSAGE, start: 0, end: MESSAGE.length },
]
const facts = { textOf: () => MESSAGE }

const requirement: Draft = {
  kind: "requirement",
  text: MESSAGE,
  sources,
  evidence: "stated",
  dependsOn: [],
  priority: "must",
  ears: {
    pattern: "event",
    when: "the 13th cake of a day is ordered",
    system: "the system",
    shall: "refuse the order",
  },
  criteria: [
    { case: "happy", text: "With 11 cakes ordered, one more is listed.", evidence: "inferred", sources },
    { case: "edge", text: "With 12 cakes ordered, the customer sees why not.", evidence: "inferred", sources },
  ],
}
const rule: Draft = { kind: "rule", text: MESSAGE, sources, evidence: "stated", dependsOn: [] }
const quality: Draft = {
  kind: "quality",
  text: "Pages are fast.",
  sources,
  evidence: "inferred",
  dependsOn: [],
  category: "performance",
}

function filled(lines: number): Document {
  const kinds = [requirement, rule, quality]
  const proposals = Array.from({ length: lines }, (_, index): Proposal => {
    const item = kinds[index % kinds.length] ?? rule
    return { op: "add", item }
  })
  return advance(empty("en"), { version: 1, operations: resolve(empty("en"), proposals, facts) })
}

function change(document: Document): void {
  const proposals: Proposal[] = [
    { op: "add", item: requirement, as: "$1" },
    { op: "supersede", id: "RULE-2", item: rule },
    { op: "link", id: "NFR-2", to: "$1" },
  ]
  const operations = resolve(document, proposals, facts)
  const changed = advance(document, { version: document.version + 1, operations })
  if (readiness(changed).missing.length === 0 || lint(changed).length === 0) throw new Error("nothing was found")
}

function timed(call: () => unknown): number {
  const startedAt = performance.now()
  call()
  return performance.now() - startedAt
}
