import * as fc from "fast-check"
import { advance } from "../src/document/apply.ts"
import * as Edit from "../src/document/edit.ts"
import { ProposalRefusedError } from "../src/document/error.ts"
import * as Propose from "../src/document/propose.ts"
import { VisibleError } from "../src/error.ts"
import { type Document, empty, type Source } from "../src/protocol/document.ts"
import type * as Operation from "../src/protocol/operation.ts"
import type { Patch } from "../src/protocol/patch.ts"

/** Numbers that a step interprets against the document as it then stands: `on` names one of its lines, modulo. */
type Change = { op: number; on: number; kind: number; message: number; from: number; length: number; evidence: number }
export type Step = { by: "interviewer"; changes: Change[] } | { by: "visitor"; op: number; on: number; text: string }

const nat = fc.nat(1_000)
const change = fc.record({ op: nat, on: nat, kind: nat, message: nat, from: nat, length: nat, evidence: nat })
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ by: fc.constant("interviewer" as const), changes: fc.array(change, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      by: fc.constant("visitor" as const),
      op: nat,
      on: nat,
      text: fc.string({ unit: "binary", maxLength: 40 }),
    }),
  ),
  { minLength: 10, maxLength: 40, size: "max" },
)

/** A visitor's message each, in four scripts. */
const MESSAGES = [
  "We run a bakery with two shops. At most 12 cakes a day, and no delivery.",
  "Wenn die 13. Torte bestellt wird, soll sie abgelehnt werden. 🎂 Keine Konten!",
  "Los clientes pagan con tarjeta; sorry, five not three.",
  '订单在星期六 <b>最多</b> 150 | = 2+2 `code` "quoted"',
].map((text, index) => ({ id: `msg_01J0000000000000000000000${index}` as const, text }))

export const textOf = (id: string) => MESSAGES.find((message) => message.id === id)?.text

const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)]

function source({ message, from, length }: Change): Source {
  const { id, text } = pick(MESSAGES, message) ?? { id: MESSAGES[0]?.id ?? "msg_01J00000000000000000000000", text: "" }
  const start = from % text.length
  const end = Math.min(text.length, start + 1 + (length % 40))
  // Now and then a quote that nobody said.
  return { messageId: id, quote: text.slice(start, end) + (length === 999 ? "!" : ""), start, end }
}

function draft(one: Change): Operation.Draft {
  const evidence = pick(["stated", "from_document", "inferred", "default", "stated"] as const, one.evidence) ?? "stated"
  const { quote, ...place } = source(one)
  const said = {
    text: quote.trim() || "x",
    sources: [{ quote, ...place }],
    evidence,
    dependsOn: one.length % 31 === 0 ? ["$1"] : [],
  }
  const requirement: Operation.Draft = {
    kind: "requirement",
    text: said.text,
    sources: said.sources,
    evidence,
    dependsOn: [],
    priority: "must",
    ears: { pattern: "event", when: "a cake is ordered", system: "the system", shall: "bake it" },
    criteria: [{ case: "happy", text: "A 13th cake is refused", evidence: "inferred", sources: [] }],
  }
  const question: Operation.Draft = { kind: "question", ...said, impact: 8, uncertainty: 8 }
  const quality: Operation.Draft = { kind: "quality", ...said, category: "security" }
  const rule: Operation.Draft = { kind: "rule", ...said, example: "13 cakes" }
  return pick([requirement, question, quality, rule, requirement], one.kind) ?? requirement
}

function proposal(document: Document, one: Change, index: number): Operation.Proposal {
  const id = pick(document.items, one.on)?.id ?? "FR-1"
  const other = pick(document.items, one.on + 1)?.id ?? "FR-2"
  const item = draft(one)
  const proposals: Operation.Proposal[] = [
    ...Array<Operation.Proposal>(8).fill({ op: "add", item, as: `$${index + 1}` }),
    { op: "supersede", id, item },
    { op: "retire", id, reason: "no longer wanted" },
    { op: "set", id, fields: pick([{ priority: "should" }, { state: "accepted" }, { text: "" }], one.kind) ?? {} },
    { op: "link", id, to: other },
    { op: "addTo", id, field: "dependsOn", values: [other], sources: [] },
    { op: "removeFrom", id, field: "dependsOn", values: [other], sources: [] },
    { op: "removeFrom", id, field: "criteria", values: [`AC-${id.split("-")[1]}.1`], sources: [source(one)] },
    { op: "dispute", ids: [id, other], sources: [source(one)] },
    { op: "retire", id, reason: "no longer wanted", sources: [source(one)] },
    { op: "answer", id, text: "Yes", sources: [source(one)] },
  ]
  return pick(proposals, one.op) ?? { op: "add", item }
}

function edit(document: Document, { op, on, text }: Extract<Step, { by: "visitor" }>): Operation.Edit {
  const id = pick(document.items, on)?.id ?? "FR-1"
  const version = 1 + (on % Math.max(1, document.version))
  const edits: Operation.Edit[] = [
    { op: "confirm", id },
    { op: "retire", id, reason: "not needed" },
    { op: "dispute", id },
    { op: "lock", id },
    { op: "lock", id },
    { op: "unlock", id },
    { op: "set", id, fields: { text } },
    { op: "undo", version },
  ]
  return pick(edits, op) ?? { op: "confirm", id }
}

export type Played = { patches: Pick<Patch, "version" | "operations">[]; documents: Document[]; refused: number }

/** Every version of the document that the steps make; `documents[n]` is version n. What is refused changes nothing. */
export function play(all: readonly Step[]): Played {
  const played: Played = { patches: [], documents: [empty("en")], refused: 0 }
  for (const step of all) {
    const document = played.documents.at(-1) ?? empty("en")
    try {
      const operations = resolved(played, document, step)
      const patch = { version: document.version + 1, operations }
      played.patches.push(patch)
      played.documents.push(advance(document, patch))
    } catch (error) {
      if (!(error instanceof ProposalRefusedError || error instanceof VisibleError)) throw error
      played.refused++
    }
  }
  return played
}

function resolved({ documents }: Played, document: Document, step: Step): Operation.Info[] {
  if (step.by === "interviewer")
    return Propose.resolve(
      document,
      step.changes.map((one, index) => proposal(document, one, index)),
      { textOf },
    )
  const wish = edit(document, step)
  return [Edit.resolve(document, wish, wish.op === "undo" ? past(documents, wish.version ?? 1) : undefined)]
}

function past(documents: readonly Document[], of: number): Edit.Past | undefined {
  const [document, after] = [documents[of - 1], documents[of]]
  return document && after && { of, document, after }
}
