import * as Question from "@spec-wizard/core/interviewer/question"
import { Evidence, ID, Item, Kind, Language, Priority } from "@spec-wizard/core/protocol/document"
import { List } from "@spec-wizard/core/protocol/operation"
import * as z from "zod/mini"
import type { Tools } from "../language-model.ts"

const says = <T>(description: string) => z.describe<T>(description)
const text = (description: string) => z.optional(z.string().check(says(description)))

/** Fields that are there for any kind of line, by their own names. What is left of a line's schema belongs to its kind. */
const COMMON = new Set(
  (
    "kind title text sources priority guesses dependsOn rationale id state evidence locked remark supersededBy addedIn changedIn" +
    " ears criteria lastCriterion cue"
  ).split(" "),
)

/** `measure: metric, baseline, target, method`, read off the document's schema, so that the two cannot disagree. */
const details = Item.def.options
  .map(({ shape }) => ({
    kind: shape.kind.def.values[0],
    names: Object.keys(shape).filter((name) => !COMMON.has(name)),
  }))
  .filter(({ names }) => names.length > 0)

export const detailsOf = (kind: Kind): readonly string[] => details.find((one) => one.kind === kind)?.names ?? []

const table = details.map(({ kind, names }) => `${kind}: ${names.join(", ")}`).join("; ")

const Quote = z.object({
  message: z.optional(z.number().check(says("The number of the visitor's message"))),
  line: z.optional(ID.check(says("Instead of a message that you no longer see: a line, whose own quotes are meant"))),
  quote: text("Words of that message, copied letter by letter; of a line, only when not all of its quotes are meant"),
})
const Quotes = (description: string) => z.optional(z.array(Quote).check(says(description)))

const Ears = z.object({
  where: text("Only with an option: the visitor pays online"),
  while: text("Only in a state: the shop is closed"),
  when: text("Only upon an event: the 13th cake of a day is ordered"),
  if: text("Only when something unwanted happens: the payment fails"),
  system: z.string().check(says("Who must do it, in the document's language: the system")),
  shall: z.string().check(says("What it must do, without shall: offer the next free day")),
})

export const Criterion = z.object({
  case: z.enum(["happy", "edge", "error"]),
  text: text("The visitor's own words, with quotes"),
  given: text("Without their words: given, when and then, marked as a guess"),
  when: text(""),
  then: text("A result that somebody can see"),
  quotes: Quotes("Where they said how they would check it"),
})

export const OPS = [
  "add",
  "ask",
  "supersede",
  "set",
  "addTo",
  "removeFrom",
  "retire",
  "sort",
  "answer",
  "link",
  "dispute",
] as const

/** One flat shape for every change: the smaller the model, the less it copes with alternatives. What an `op` needs is checked by reading. */
export const Change = z.object({
  op: z
    .enum(OPS)
    .check(
      says(
        "add a new line; ask: add an open question; supersede an older line by a new one, which takes over what you do not name; set fields of a line; addTo and removeFrom: values of a list; retire a line; sort: give unsorted lines their kind; answer an open question; link a line to one it serves; dispute: two statements that cannot both hold",
      ),
    ),
  id: z.optional(ID.check(says("The older line: FR-3"))),
  ids: z.optional(
    z
      .array(z.string())
      .check(says("For sort: unsorted lines, U-3 or U-3..U-9. For dispute: the lines, by id or handle")),
  ),
  as: text("For add, ask and supersede: a handle, $1, $2, by which other changes of this call can name the new line"),
  kind: z.optional(z.enum(Kind.options.filter((kind) => kind !== "unsorted"))), // what nobody sorted, code keeps
  title: z.optional(z.string()),
  text: text("The line; for answer, the answer; for dispute, your question, or nothing"),
  evidence: z.optional(z.enum(Evidence.options.filter((one) => one !== "confirmed"))),
  quotes: Quotes("What the change goes by. Always for stated, and for whatever changes what was said"),
  priority: z.optional(Priority),
  priorityQuotes: Quotes("Where they said how much they want it; without, the priority is marked as a guess"),
  dependsOn: z.optional(z.array(z.string()).check(says("Ids or handles of lines that it serves"))),
  rationale: z.optional(z.string()),
  ears: z.optional(
    Ears.check(says("Of a requirement whose sentence has these parts, beside its text or instead of it")),
  ),
  criteria: z.optional(z.array(Criterion).check(says("Of a requirement; with set, those to be added"))),
  details: z.optional(
    z
      .record(z.string(), z.unknown())
      .check(
        says(
          `What only its kind has. ${table}. Lists: may, mayNot, steps, attributes, alternatives, choices, blocks. ` +
            `scope.when: now or later. integration.direction: in, out or both. entity.personal: true or false. ` +
            `question.impact and question.uncertainty: 1 to 10. question.blocks and requirement.feature: ids or handles. ` +
            `quality.category, always: ${categories().join(", ")}. All else is text`,
        ),
      ),
  ),
  field: z.optional(List.check(says("For addTo and removeFrom"))),
  values: z.optional(
    z.array(z.string()).check(says("For addTo and removeFrom; of criteria, their ids. New criteria go into criteria")),
  ),
  reason: text("For retire: why it no longer holds"),
  to: text("For link: the id or handle of the line that it serves"),
})
export type Change = z.infer<typeof Change>
export type Quote = z.infer<typeof Quote>

/** More than this nobody reads at once. */
export const MAX_CHANGES = 80

const topics = Question.ID.options.filter((one) => one !== "dispute" && one !== "wrap").join(", ")

export const Propose = z.object({
  language: z.optional(Language.check(says("What the document is written in; counts only while it is empty"))),
  title: text("A name for what they want, once it has one"),
  changes: z.array(Change),
  // A word that is none of these is no fault: it is for the owner's figures alone.
  asks: text(
    `What the question in your reply is about, in one of these words: ${topics}; dispute when you ask which of two statements counts, wrap when you ask whether there is more. Leave it out when you ask nothing`,
  ),
})

const OfferChoices = z.object({
  choices: z.array(
    z.object({
      label: z.string().check(says("A few words for a button")),
      value: z.string().check(says("The sentence that is sent in the visitor's name")),
    }),
  ),
})

export const tools: Tools = [
  {
    type: "function",
    name: "propose",
    description:
      "Suggests what the visitor's message changes in the document. One call with all changes; none at all when nothing is new. Each change is checked for itself.",
    inputSchema: schemaOf(Propose),
  },
  {
    type: "function",
    name: "offer_choices",
    description: "Shows two to five answers to your question as buttons.",
    inputSchema: schemaOf(OfferChoices),
  },
]

function schemaOf(schema: z.ZodMiniType) {
  const { $schema, ...json } = z.toJSONSchema(schema, { target: "draft-07" })
  return json as Tools[number] extends infer T ? (T extends { inputSchema: infer S } ? S : never) : never // draft 7 is what was asked for
}

/** Of a quality. */
export function categories(): readonly string[] {
  const quality = Item.def.options.map(({ shape }) => shape).find((shape) => "category" in shape)
  return quality?.category.options ?? []
}
