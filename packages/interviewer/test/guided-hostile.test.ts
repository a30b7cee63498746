import * as Message from "@spec-wizard/core/protocol/message"
import { clean } from "@spec-wizard/core/text"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { unplaced } from "../../core/test/unplaced.ts"
import { reply } from "../src/guided/ask/reply.ts"
import * as Memory from "../src/guided/memory.ts"
import { play, Visit } from "./guided-play.ts"

const MAX_BYTES = 8 * 1024
const bytes = (memory: unknown) => Buffer.byteLength(JSON.stringify(memory))

const fragments = fc.constantFrom(
  "3.1 A member may hold at most three bookings.",
  "not sure",
  "skip",
  "go back",
  "we want it fast and secure",
  "no delivery",
  "Only by card, but cash too.",
  "— EUR 60,000–80,000, 99.5 % by 6 pm",
  "Wir haben keine Konten, höchstens 5 pro Tag.",
  "¿Cuándo? No lo sé.",
  "Désolé, je corrige : 4 outils, pas trois.",
  "what do you still need from me?",
  "you decide",
  "👩‍👩‍👧 <b>bold</b> [x](javascript:alert(1)) `code` | # head",
  "__proto__ constructor toString",
  "\u0000\u0007\u202e\ufeff",
  "members patients customers staff hotels tourists",
  "1.\n2)\n- \n* \n# ",
)
/** As the door lets them in. */
const message = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join("\n")),
    fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join(" ")),
  )
  .map(clean)
  .filter((text) => text.trim() !== "")

test("every letter and digit of any message stands in the document or beside the message, whatever was asked before", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 8 }), async (messages) => {
      const visit = new Visit()
      for (const text of messages) {
        const { changes, document } = await visit.say(text)
        const said = visit.transcript.findLast(({ role }) => role === "visitor")
        expect(said && unplaced(document, said, changes?.asides ?? [])).toBe("")
      }
    }),
    { numRuns: 150 },
  )
})

test("memory stays under 8 KB and valid over 300 messages", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 300, maxLength: 300 }), async (messages) => {
      for (const { memory } of await play(messages)) {
        expect(bytes(memory)).toBeLessThanOrEqual(MAX_BYTES)
        expect(Memory.Info.safeParse(memory).error?.issues).toBeUndefined()
      }
    }),
    { numRuns: 3 },
  )
}, 900_000)

test("any memory is accepted, its own or somebody else's", async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (memory) => {
      const context = { ...new Visit().hear("We run a bakery."), memory }
      expect((await reply(context)).text).not.toBe("")
    }),
    { numRuns: 200 },
  )
})

const long = (unit: string) => unit.repeat(Math.ceil(Message.MAX_LENGTH / unit.length)).slice(0, Message.MAX_LENGTH)
const hostile: [string, string][] = [
  ["one letter", long("a")],
  ["digits", long("9")],
  ["digits and dots", long("1.")],
  ["dots", `${long(".").slice(1)}x`],
  ["spaces", `x${long(" ").slice(2)}x`],
  ["new lines", long("\n")],
  ["list marks", long("- ")],
  ["clause numbers", long("1.1.1.1.1 ")],
  ["one-word sentences", long("no. ")],
  ["numbers with units", long("3 cakes ")],
  ["denials", long("not no never ")],
  ["topic words", long("pay card book members log in ")],
  ["markup", long("<script>alert(1)</script>")],
  ["brackets", long("[(<{")],
  ["controls", long("\u0000\u001b[31m\u202e")],
  ["lone surrogates", long("\ud83d")],
  ["combining marks", long("e\u0301\u0300\u0302")],
  ["questions", long("what? ")],
  ["quotes", long("“a” ")],
  ["names of object members", long("__proto__ constructor hasOwnProperty ")],
  ["headings", long("SHOUT\n")],
  [
    "prose",
    long("Members book a slot at least 3 days before, unless the board decides otherwise; then they pay by card. "),
  ],
  ["an emoji", "👍"],
]

describe.each(hostile)("16,000 characters of %s", (_, text) => {
  test("is answered, with a valid memory, and is not repeated to the page as markup", async () => {
    const [first, second] = await play([clean(text), "that's all"])
    expect(bytes(first?.memory ?? null)).toBeLessThanOrEqual(MAX_BYTES)
    for (const answer of [first, second]) expect(answer?.text).not.toMatch(/(?<!\\)[<>[\]]|[^\n\P{Cc}]/u)
  })
})
