import { Document } from "@spec-wizard/core/protocol/document"
import * as Message from "@spec-wizard/core/protocol/message"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Step, write } from "./guided-document.ts"

const fragments = fc.constantFrom(
  "3.1 A member may hold at most three bookings.",
  "Sorry, five not three.",
  "not sure",
  "skip",
  "you decide",
  "we want it fast and secure",
  "no delivery",
  "We deliver everywhere.",
  "Only by card, but cash too.",
  "the first one",
  "both",
  "members should log in and see their plot. no accounts though",
  "whoever is first gets it. unless they are old. or if the board decides.",
  "— EUR 60,000–80,000, 99.5 % by 6 pm, go-live before 1 May",
  "Billing (CSV), SMS provider (to be chosen)",
  "Wir haben keine Konten, höchstens 5 pro Tag. Wenn es regnet, fällt es aus.",
  "¿Cuándo? No lo sé. Si hay viento cancelamos y devolvemos el dinero.",
  "Désolé, je corrige : 4 outils, pas trois.",
  "if if if when they should see that, then",
  "👩‍👩‍👧 <b>bold</b> [x](javascript:alert(1)) `code` | # head",
  "__proto__ constructor toString $1 RULE-? FR-1",
  "\u0000\u0007\u202e\ufeff \ud83d",
  '(((( )))) "“„«',
  "1.\n2)\n- \n* \n# ",
  "that's all",
  "go back",
)
const message = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 300 }),
  fc.array(fragments, { minLength: 1, maxLength: 8 }).map((parts) => parts.join("\n")),
  fc.array(fragments, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(" ")),
  fragments,
)

/** What DynamoDB and a reader can bear of one message. */
const MAX_PROPOSALS = 120
const MAX_BYTES = 300_000

function holds(steps: readonly Step[]): void {
  for (const { operations, document } of steps) {
    expect(operations.length).toBeLessThanOrEqual(MAX_PROPOSALS)
    expect(Buffer.byteLength(JSON.stringify(operations))).toBeLessThanOrEqual(MAX_BYTES)
    expect(Document.safeParse(document).error?.issues).toBeUndefined()
    expect(JSON.stringify(document)).not.toContain("beyond RULE-?")
  }
}

test("no conversation makes a proposal that is refused, or a document that is not one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 12 }), async (messages) =>
      holds(await write(messages)),
    ),
    { numRuns: 300 },
  )
}, 300_000)

test("nor does one in which the visitor locks and retires lines between messages", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 3, maxLength: 8 }), fc.nat(), async (messages, pick) => {
      const act = (op: "lock" | "retire") => (document: Document) =>
        document.items
          .filter(
            ({ state, locked }, index) =>
              (index + pick) % 3 === 0 && state !== "retired" && state !== "superseded" && locked === "none",
          )
          .map(({ id }) => ({ op, id }))
      const steps = await write(messages, "en", [
        { before: 1, act: act("lock") },
        { before: 2, act: act("retire") },
      ])
      holds(steps)
      const locked = steps[1]?.document.items.filter((item) => item.locked === "visitor") ?? []
      for (const item of locked) expect(steps.at(-1)?.document.items).toContainEqual(item)
    }),
    { numRuns: 200 },
  )
}, 300_000)

const long = (unit: string) => unit.repeat(Math.ceil(Message.MAX_LENGTH / unit.length)).slice(0, Message.MAX_LENGTH)
const hostile: [string, string][] = [
  ["one letter", long("a")],
  ["digits", long("9")],
  ["lines of a list", long("- members book a slot for 12 people\n")],
  [
    "numbered clauses",
    Array.from({ length: 200 }, (_, at) => `${at + 1}. Members may hold at most ${at} slots of kind ${at}.`).join("\n"),
  ],
  [
    "different sentences",
    Array.from({ length: 300 }, (_, at) => `Customers can order thing${at} and pay ${at} euros.`).join(" "),
  ],
  ["one sentence without an end", long("members should see the plot and ")],
  ["rules with exceptions", long("Whoever is first gets it. Unless they are old. ")],
  ["conditions", long("if it rains when they book while they pay, ")],
  ["roles", long("members patients customers staff hotels tourists ")],
  ["commas", long("shop, day, ")],
  ["controls", long("\u0000\u001b[31m\u202e")],
  ["lone surrogates", long("\ud83d")],
  ["quotes", long("“a” ")],
  ["brackets", long("[(<{")],
]

describe.each(hostile)("%s", (_, text) => {
  test("first or later, make a document that holds", async () => {
    holds(await write([text]))
    holds(
      await write(["We run a bakery and want customers to order online.", text, "sorry, five not three", "not sure"]),
    )
  })
})
