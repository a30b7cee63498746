import * as Message from "@spec-wizard/core/protocol/message"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Memory from "../src/guided/memory.ts"
import { reply } from "../src/guided/reply.ts"
import { contextFor, play } from "./guided-play.ts"

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
const message = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join("\n")),
  fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join(" ")),
)

test("a quote is the message's text at its place, whatever the message", () => {
  fc.assert(
    fc.property(message, (text) => {
      for (const { source } of reply(contextFor(text, undefined)).notes)
        if (text.slice(source.start, source.end) !== source.quote) throw new Error(`${source.start}–${source.end}`)
    }),
    { numRuns: 400 },
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
}, 300_000)

test("any memory is accepted, its own or somebody else's", () => {
  fc.assert(
    fc.property(fc.anything(), (memory) => void reply(contextFor("We run a bakery.", memory))),
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
  ["nothing", ""],
  ["a space", " "],
  ["an emoji", "👍"],
]

describe.each(hostile)("16,000 characters of %s", (_, text) => {
  test("are answered within 50 ms of work", () => {
    reply(contextFor("We run a bakery.", undefined)) // the lexicon is compiled once
    const best = Math.min(
      ...[1, 2, 3].map(() => {
        const before = process.cpuUsage()
        reply(contextFor(text, undefined))
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1000
      }),
    )
    expect(best).toBeLessThan(50)
  })

  test("leave a valid memory and bounded notes, and are not repeated to the page as markup", async () => {
    const [first, second] = await play([text, "that's all"])
    expect(bytes(first?.memory)).toBeLessThanOrEqual(MAX_BYTES)
    expect(first?.notes.length).toBeLessThanOrEqual(150)
    for (const answer of [first, second]) expect(answer?.text).not.toMatch(/[<>[\]]|[^\n\P{Cc}]/u)
  })
})
