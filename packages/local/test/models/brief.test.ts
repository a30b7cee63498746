import { sentences } from "@spec-wizard/core/document/sentence"
import { type Item, isLive } from "@spec-wizard/core/protocol/document"
import { expect, test } from "vitest"
import { unplaced } from "../../../core/test/unplaced.ts"
import type { Call } from "../../src/stand-in/call.ts"
import { lastNumber, lastWords } from "../../src/stand-in/interviewer/visitor.ts"
import type { Play, Tool } from "../../src/stand-in/play.ts"
import { said, withModels } from "./asking.ts"

const asked = withModels({ MODEL_PROVIDER: "anthropic" })

const RULES = [
  "is told by mail",
  "counts for a week",
  "needs a signature",
  "is kept in the office",
  "may be changed once",
]
/** 16,000 characters, as much as a message may have. */
function brief(): string {
  let text = "We rent out canoes and want to plan it online."
  for (let number = 1; ; number++) {
    const sentence = ` Whatever is booked as number ${number} ${RULES[number % RULES.length]}, and the guide sees it too.`
    if (text.length + sentence.length > 16_000) return text
    text += sentence
  }
}

/** Characters of JSON in a token. */
const A_TOKEN = 3

/** Adds a line for each sentence until it may say no more, and is cut off in the middle of the next. */
function writing(call: Call, all: readonly string[]): Tool & { isCut: boolean } {
  const message = lastNumber(call)
  const room = (call.maxTokens ?? 0) * A_TOKEN
  let json = '{"changes":['
  for (const [at, text] of all.entries()) {
    const change = { op: "add", kind: "rule", text, evidence: "stated", quotes: [{ message, quote: text }] }
    const next = `${at > 0 ? "," : ""}${JSON.stringify(change)}`
    if (json.length + next.length > room) return { name: "propose", input: `${json}${next.slice(0, 50)}`, isCut: true }
    json += next
  }
  return { name: "propose", input: `${json}]}`, isCut: false }
}

const listed = (text: string, block: RegExp): string[] =>
  [...(block.exec(text)?.[1] ?? "").matchAll(/^(U-\d+): (.+)$/gm)].map(([, id = "", words = ""]) => `${id} ${words}`)

/** Writes in its own words as long as there is room, and sorts by number what it is told in the next turn. */
function model(call: Call): Play {
  const prompt = call.messages.at(-1)?.text ?? ""
  const left = listed(prompt, /⟦left⟧\n([\s\S]*?)\n⟦end of left⟧/)
  const unsorted = listed(prompt, /not sorted yet[^\n]*\n([\s\S]*?)\n(?:No line|Lines|\d+ more)/)
  if (left.length > 0) {
    const { isCut, ...tool } = writing(
      call,
      left.map((one) => one.slice(one.indexOf(" ") + 1)),
    )
    return { tools: [tool], stop: isCut ? "length" : "tool" }
  }
  if (unsorted.length > 0) {
    const ids = unsorted.map((one) => one.split(" ")[0])
    return {
      text: "I have put that in order. Who is it for?",
      tools: [{ name: "propose", input: { changes: [{ op: "sort", ids, kind: "rule" }] } }],
    }
  }
  const words = lastWords(call)
  const own = sentences(words, "en").map(({ start, end }) => words.slice(start, end))
  const { isCut, ...tool } = writing(call, own)
  return { text: "Thank you, that is a lot. Who is it for?", tools: [tool], stop: isCut ? "length" : "tool" }
}

test("a brief of 16,000 characters: nothing is lost, and nine of ten sentences have their place after two turns", async () => {
  asked.standIn.play(model)
  const { chat } = await asked.begin()
  const text = brief()
  expect(text.length).toBeGreaterThan(15_900)
  const all = sentences(text, "en")
  const share = (items: readonly Item[]) => {
    const quotes = items.filter((item) => isLive(item) && item.kind !== "unsorted").flatMap(({ sources }) => sources)
    const isPlaced = (at: number) => quotes.some(({ start, end }) => start <= at && at < end)
    return all.filter(({ start, end }) => isPlaced(start) && isPlaced(end - 1)).length / all.length
  }
  const isKept = () => {
    const { document, messages } = chat.state
    const [message] = messages
    if (!document || !message) throw new Error("a turn has ended")
    expect(unplaced(document, message, [])).toBe("")
    return document.items
  }

  expect((await said(chat, text)).type).toBe("turn.completed")
  const first = asked.standIn.calls.length
  expect(first).toBeGreaterThan(1)
  expect(share(isKept())).toBeGreaterThan(0.5)
  expect((await said(chat, "For our guests and for the office.")).type).toBe("turn.completed")
  expect(share(isKept())).toBeGreaterThanOrEqual(0.9)
  expect(asked.standIn.calls.length).toBeLessThanOrEqual(2 * 13)
})
