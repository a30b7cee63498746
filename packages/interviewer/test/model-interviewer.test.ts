import { empty } from "@spec-wizard/core/protocol/document"
import { describe, expect, test } from "vitest"
import { ModelFailedError } from "../src/model/failure.ts"
import {
  actor,
  choicesIn,
  contextOf,
  documentOf,
  hear,
  interviewer,
  LIMITS,
  line,
  listening,
  operationsIn,
  type Play,
  textsIn,
  usageIn,
  usual,
} from "./model-play.ts"

const TEXT = "We bake cakes. At most 12 a day, and no delivery."
const context = contextOf(["Hello", "What do you need?", TEXT])
const quotes = (quote: string) => [{ message: 3, quote }]
const exclusion = { op: "add", kind: "exclusion", text: "Delivery", evidence: "stated", quotes: quotes("no delivery") }
const propose = (...changes: object[]) => ({ name: "propose", input: { language: "en", changes } })
const offer = (...labels: string[]) => ({
  name: "offer_choices",
  input: { choices: labels.map((label) => ({ label, value: `${label}.` })) },
})
const says = (text: string, ...tools: NonNullable<Play["tools"]>): Play => ({ says: [text], tools })
const busy = { statusCode: 529 }
const never = new AbortController().signal

describe("in one stage", () => {
  test("what a model says is passed on as it comes, then what it proposed, its choices, and what it used", async () => {
    const large = actor({
      ...usual,
      tools: [propose(exclusion), offer("Customers", "Staff")],
      tokens: { input: 5_000, output: 80, cacheRead: 4_000, cacheWrite: 500 },
    })
    const { asks, spent } = interviewer(large)
    const heard = await hear(asks.reply(context, never))
    expect(heard.parts.map(({ type }) => type)).toEqual([
      "text",
      "text",
      "text",
      "changes",
      "choices",
      "course",
      "usage",
    ])
    expect(heard.pieces).toEqual(
      ["Cakes by ", "order, got it. ", "Who takes them?"].map((piece) => expect.stringContaining(piece.trim())),
    )
    expect(heard.text).toBe("Cakes by order, got it. Who takes them?")
    expect(operationsIn(heard, context, documentOf([]))).toEqual([
      {
        op: "add",
        item: expect.objectContaining({
          id: "OUT-1",
          state: "accepted",
          sources: [{ messageId: context.message.id, quote: "no delivery", start: 37, end: 48 }],
        }),
      },
    ])
    expect(choicesIn(heard).map(({ value }) => value)).toEqual(["Customers.", "Staff."])
    expect(usageIn(heard)).toEqual({ inputTokens: 5_000, outputTokens: 80 })
    expect(spent).toEqual([
      {
        stage: "answer",
        model: "anthropic/large",
        inputTokens: 5_000,
        outputTokens: 80,
        cacheReadTokens: 4_000,
        cacheWriteTokens: 500,
        isEstimated: false,
        outcome: "completed",
      },
    ])
  })

  test("settings and tools go with the call, and the SDK is told to keep nothing", async () => {
    const large = actor(usual)
    await hear(interviewer(large).asks.reply(context, never))
    expect(large.asked[0]).toMatchObject({
      temperature: 0.7,
      maxOutputTokens: 1_000,
      tools: [{ name: "propose" }, { name: "offer_choices" }],
      providerOptions: { openai: { store: false } },
    })
  })

  test("a cost is told when every call has a price", async () => {
    const plays = [says("A?", propose({ ...exclusion, quotes: [] })), says("", propose(exclusion))]
    const { asks } = interviewer(actor(...plays), undefined, {
      costOf: ({ stage }) => (stage === "repair" ? 0.5 : 0.25),
    })
    expect(usageIn(await hear(asks.reply(context, never)))?.costUsd).toBe(0.75)
    const unknown = interviewer(actor(usual), undefined, { costOf: () => undefined })
    expect(usageIn(await hear(unknown.asks.reply(context, never)))).not.toHaveProperty("costUsd")
  })

  test("an answer that changes nothing is an answer", async () => {
    const heard = await hear(interviewer(actor(says("Got it. Who?"))).asks.reply(context, never))
    expect(heard.parts.map(({ type }) => type)).toEqual(["text", "course", "usage"])
  })

  test("a document that has lines keeps its language, and an empty one takes the one proposed", async () => {
    const german = { ...documentOf([line("Kuchen")]), language: "de" as const }
    const replies = [german, empty("en")].map(async (document) => {
      const asked = { ...context, document: async () => document }
      const tools = [{ name: "propose", input: { language: "fr", changes: [exclusion] } }]
      const heard = await hear(interviewer(actor({ ...usual, tools })).asks.reply(asked, never))
      return heard.parts.flatMap((part) => (part.type === "changes" ? part.changes.language : []))
    })
    expect(await Promise.all(replies)).toEqual([["de"], ["fr"]])
  })
})

describe("a repair", () => {
  const wrong = { ...exclusion, quotes: quotes("we never deliver") }

  test("is asked for once, with the faults named; its words are not spoken", async () => {
    const large = actor(says("Got it. Who?", propose(wrong), offer("A", "B")), says("Sorry!", propose(exclusion)))
    const { asks, spent } = interviewer(large)
    const heard = await hear(asks.reply(context, never))
    expect(heard.text).toBe("Got it. Who?")
    expect(operationsIn(heard, context, documentOf([]))).toHaveLength(1)
    expect(choicesIn(heard)).toHaveLength(2)
    expect(spent.map(({ stage }) => stage)).toEqual(["answer", "repair"])
    const back = textsIn(large.asked[1] ?? { prompt: [] }).at(-1)
    expect(back).toContain("“we never deliver” does not stand in any message of the visitor")
    expect(back).toContain("⟦answer⟧\nGot it. Who?\npropose {")
  })

  test.each<[string, Play]>([
    ["is as wrong", says("", propose(wrong))],
    ["proposes nothing", says("Oh.")],
    ["fails", { refuses: busy }],
    ["breaks off", { says: ["x"], breaks: busy }],
  ])("that %s leaves the words and all that was good; the visitor does not wait for it", async (_, second) => {
    const large = actor(says("Got it. Who?", propose(exclusion, wrong)), second)
    const heard = await hear(interviewer(large).asks.reply(context, never))
    expect(heard.failure).toBeUndefined()
    expect(heard.text).toBe("Got it. Who?")
    expect(heard.parts.findIndex(({ type }) => type === "reply-end")).toBe(
      heard.parts.findLastIndex(({ type }) => type === "text") + 1,
    )
    expect(operationsIn(heard, context, documentOf([]))).toMatchObject([{ op: "add", item: { text: "Delivery" } }])
    expect(large.asked).toHaveLength(2)
  })

  test.each<[string, object, RegExp]>([
    ["touches a locked line", { op: "retire", id: "RULE-1", reason: "x" }, /RULE-1 is locked/],
    ["changes a line that is not there", { op: "set", id: "FR-9", text: "x" }, /FR-9 does not stand/],
    ["accepts a line", { op: "set", id: "RULE-2", details: { state: "accepted" } }, /claims an agreement/],
    ["confirms for the visitor", { ...exclusion, evidence: "confirmed" }, /not filled in as described: evidence/],
    ["submits", { op: "submit" }, /not filled in as described: op/],
    ["says that it was stated and quotes nothing", { ...exclusion, quotes: [] }, /is stated, but quotes nothing/],
    ["quotes ourselves", { ...exclusion, quotes: [{ message: 2, quote: "What do you need?" }] }, /does not stand/],
    ["depends on what is not there", { ...exclusion, dependsOn: ["$7"] }, /names a line that does not count/],
    ["has no kind", { op: "add", text: "x", evidence: "inferred" }, /names no kind/],
    ["has no text", { op: "add", kind: "requirement", evidence: "inferred" }, /has no text/],
    ["has a number of ours", { ...exclusion, text: "Delivery before 9" }, /a number or a negation/],
  ])("is asked for when a change %s", async (_, change, fault) => {
    const document = documentOf(
      [{ op: "add", item: { kind: "rule", text: "b", evidence: "inferred", sources: [], dependsOn: [] } }],
      "",
      documentOf([line("a")]),
    )
    const items = document.items.map((item) => (item.id === "RULE-1" ? { ...item, locked: "visitor" as const } : item))
    const asked = { ...context, document: async () => ({ ...document, items }) }
    const large = actor(says("Got it.", propose(change)), says(""))
    const heard = await hear(interviewer(large).asks.reply(asked, never))
    expect(heard.parts.some(({ type }) => type === "changes")).toBe(false)
    expect(textsIn({ prompt: large.asked[1]?.prompt ?? [] }).at(-1)).toMatch(fault)
  })

  test("gives an answer without words its words, and keeps what it proposed", async () => {
    const large = actor(
      { tools: [propose(exclusion), offer("A", "B")] },
      { says: ["Got it. ", "Who?"], tools: [offer("C", "D")] },
    )
    const heard = await hear(interviewer(large).asks.reply(context, never))
    expect(heard.text).toBe("Got it. Who?")
    expect(operationsIn(heard, context, documentOf([]))).toHaveLength(1)
    expect(choicesIn(heard).map(({ label }) => label)).toEqual(["C", "D"])
    expect(JSON.stringify(large.asked[1]?.prompt.at(-1))).toContain("Write your reply now")
  })

  test("has what is wrong alone, forbids another question, and does not ask for one", async () => {
    const good = { op: "add", kind: "rule", text: "We bake", evidence: "inferred" }
    const large = actor(says("Got it. Who?", propose(good, wrong)), says("", propose(exclusion)))
    await hear(interviewer(large).asks.reply(context, never))
    const [asked, back] = large.asked.map((one) => textsIn(one).at(-1) ?? "")
    expect(asked).toContain("ask one question")
    expect(back).not.toContain("ask one question")
    expect(back).toContain("Write no reply and no question")
    const [, faults] = /⟦faults⟧\n([\s\S]*)\n⟦end of faults⟧/.exec(back ?? "") ?? []
    expect(faults).toContain("we never deliver")
    expect(faults).not.toContain("We bake")
  })

  const nineteen = Array.from({ length: 19 }, (_, index) => ({
    ...{ op: "add", kind: "rule", text: `Rule ${"x".repeat(index)}`, evidence: "inferred" },
  }))
  const faults = { "a quote that nobody said": wrong, "a number of ours": { ...exclusion, text: "Delivery before 9" } }
  describe.each(Object.entries(faults))("of nineteen good changes and %s", (_, bad) => {
    test.each<[string, object[], number]>([
      ["what was wrong, corrected, adds that to them", [exclusion], 20],
      ["nothing leaves them", [], 19],
      ["all of it once more adds nothing twice", [...nineteen, exclusion], 20],
    ])("that returns %s", async (_, second, count) => {
      const large = actor(says("Got it.", propose(...nineteen, bad)), says("", propose(...second)))
      const heard = await hear(interviewer(large).asks.reply(context, never))
      expect(operationsIn(heard, context, documentOf([]))).toHaveLength(count)
      expect(heard.text).toBe("Got it.")
    })
  })

  test("keeps what named a line that was to be repaired, with its name or without", async () => {
    const goal = { op: "add", as: "$1", kind: "goal", text: "Calm", evidence: "stated", quotes: quotes("to be calm") }
    const rule = { op: "add", kind: "rule", text: "At most 12 a day", evidence: "inferred", dependsOn: ["$1"] }
    const calm = { ...goal, evidence: "inferred", quotes: [] }
    const dependsOn = async (second: Play) => {
      const heard = await hear(interviewer(actor(says("Ok.", propose(goal, rule)), second)).asks.reply(context, never))
      return operationsIn(heard, context, documentOf([])).flatMap((one) =>
        one.op === "add" ? [one.item.dependsOn] : [],
      )
    }
    expect(await dependsOn(says("", propose(calm)))).toEqual([["GOAL-1"], []])
    expect(await dependsOn(says(""))).toEqual([[]])
  })
})

describe("going on", () => {
  const sentences = Array.from({ length: 60 }, (_, index) => `Rule number ${index} holds for every one of our shops.`)
  const brief = contextOf([sentences.join(" ")])
  const rule = (index: number) => ({
    ...{ op: "add", kind: "rule", text: sentences[index], evidence: "stated" },
    quotes: [{ message: 1, quote: sentences[index] }],
  })
  const rules = (from: number, to: number) => propose(...Array.from({ length: to - from }, (_, at) => rule(from + at)))
  const sort = (...ids: string[]) => propose({ op: "sort", ids, kind: "rule" })
  const kinds = (heard: Awaited<ReturnType<typeof hear>>) =>
    operationsIn(heard, brief, documentOf([])).flatMap((one) => (one.op === "add" ? [one.item.kind] : []))

  test("a brief is gone on with until nothing is left, in words of its own or by the numbers it was told", async () => {
    const large = actor(says("Thank you. Who?", rules(0, 20)), says("", rules(20, 30)), says("", sort("U-1..U-30")))
    const heard = await hear(interviewer(large).asks.reply(brief, never))
    expect(heard.text).toBe("Thank you. Who?")
    expect(kinds(heard)).toHaveLength(60)
    const told = textsIn(large.asked[2] ?? { prompt: [] }).at(-1)
    expect(told).toContain(`⟦left⟧\nU-1: ${sentences[30]}`)
    expect(told).not.toContain(`U-31: `)
  })

  test("it ends where a call brings nothing new, or fails, and keeps all that came before", async () => {
    for (const last of [says("", propose()), says("", rules(0, 5)), { refuses: busy }, { breaks: busy }]) {
      const large = actor(says("Thank you. Who?", rules(0, 20)), last)
      const heard = await hear(interviewer(large).asks.reply(brief, never))
      expect(heard.failure).toBeUndefined()
      expect(kinds(heard)).toHaveLength(20)
      expect(large.asked).toHaveLength(2)
    }
  })

  test("what it gets wrong costs nothing that was good", async () => {
    const wrong = { ...rule(21), quotes: [{ message: 1, quote: "nobody said so" }] }
    const large = actor(says("Thank you. Who?", rules(0, 20)), says("", propose(rule(20), wrong)), says("", propose()))
    const heard = await hear(interviewer(large).asks.reply(brief, never))
    expect(kinds(heard)).toHaveLength(21)
  })

  test("twelve times at most, and not for more than was reserved", async () => {
    const slow = Array.from({ length: 30 }, (_, index) =>
      says(index === 0 ? "Thank you. Who?" : "", rules(index, index + 1)),
    )
    const many = actor(...slow)
    await hear(interviewer(many).asks.reply(brief, never))
    expect(many.asked).toHaveLength(13)
    const dear = actor(...slow)
    const meter = { ...listening([]), fits: () => dear.asked.length < 3 }
    await hear(interviewer(dear, undefined, { meter }).asks.reply(brief, never))
    expect(dear.asked).toHaveLength(3)
  })

  test("is no more than an ordinary answer needs", async () => {
    const large = actor(says("Got it. Who?", propose(exclusion)))
    await hear(interviewer(large).asks.reply(context, never))
    expect(large.asked).toHaveLength(1)
  })

  test("whoever stops it keeps what was written down", async () => {
    const stop = new AbortController()
    const large = actor(says("Thank you. Who?", rules(0, 20)), { stalls: true })
    const hearing = hear(interviewer(large).asks.reply(brief, stop.signal))
    await expect.poll(() => large.asked.length).toBe(2)
    stop.abort()
    expect(kinds(await hearing)).toHaveLength(20)
  })

  const cut = JSON.stringify(rules(0, 3).input).slice(0, -40)
  test.each<[string, Play]>([
    ["that was ended by its provider", { tools: [{ name: "propose", input: cut }] }],
    ["that nobody ended", { begins: { name: "propose", input: cut } }],
  ])("of a call that was cut off, and %s, what was complete is kept, and the rest asked for", async (_, play) => {
    const short = contextOf([sentences.slice(0, 3).join(" ")])
    const large = actor({ says: ["Got it."], ...play, ends: "length" }, says("", sort("U-1")))
    const heard = await hear(interviewer(large).asks.reply(short, never))
    expect(operationsIn(heard, short, documentOf([]))).toMatchObject([
      ...[{ item: { text: sentences[0] } }, { item: { text: sentences[1] } }, { item: { text: sentences[2] } }],
    ])
    expect(textsIn(large.asked[1] ?? { prompt: [] }).at(-1)).toContain(`U-1: ${sentences[2]}`)
  })
})

test("what says nothing for the document is told aside", async () => {
  const asidesOf = async (text: string) => {
    const heard = await hear(interviewer(actor(usual)).asks.reply(contextOf([text]), never))
    return heard.parts.flatMap((part) => (part.type === "changes" ? (part.changes.asides ?? []) : []))
  }
  expect(await asidesOf("skip")).toEqual([{ start: 0, end: 4, act: "skip" }])
  expect(await asidesOf("At most 12 cakes a day.")).toEqual([])
})

describe("tries", () => {
  test.each<[string, unknown]>([
    ["408", { statusCode: 408 }],
    ["500", { statusCode: 500 }],
    ["529", busy],
    ["429 with a time to come back", { statusCode: 429, responseHeaders: { "retry-after": "0" } }],
    [
      "a dead connection",
      Object.assign(new Error("x"), { cause: Object.assign(new Error("x"), { code: "ECONNRESET" }) }),
    ],
  ])("%s is answered by one more try", async (_, refuses) => {
    const { asks, spent } = interviewer(actor({ refuses }, usual))
    const heard = await hear(asks.reply(context, never))
    expect(heard.failure).toBeUndefined()
    expect(heard.text).toContain("Who takes them?")
    expect(spent).toHaveLength(2)
    expect(spent[1]?.outcome).toBe("completed")
  })

  test("an error event before the first word is, too", async () => {
    const heard = await hear(
      interviewer(actor({ breaks: { type: "overloaded_error" } }, usual)).asks.reply(context, never),
    )
    expect(heard.text).toContain("Who takes them?")
  })

  test.each<[string, unknown, string]>([
    ["429 without a time", { statusCode: 429, responseHeaders: {} }, "model.spend_limit"],
    ["429 with a long time", { statusCode: 429, responseHeaders: { "retry-after": "60" } }, "model.rate_limited"],
    ["401", { statusCode: 401 }, "model.key_refused"],
    ["400", { statusCode: 400 }, "model.invalid"],
  ])("%s is not tried again", async (_, refuses, code) => {
    const large = actor({ refuses })
    const heard = await hear(interviewer(large).asks.reply(context, never))
    expect(heard.failure).toMatchObject({ code, isBeforeText: true })
    expect(large.asked).toHaveLength(1)
  })

  test("what has begun to speak is not tried again, and keeps its words", async () => {
    const large = actor({ says: ["Cakes by"], breaks: busy })
    const heard = await hear(interviewer(large).asks.reply(context, never))
    expect(heard.text).toBe("Cakes by")
    expect(heard.failure).toMatchObject({ code: "model.unavailable", isBeforeText: false })
    expect(large.asked).toHaveLength(1)
  })

  test("a second try leaves none for a repair: two calls at most", async () => {
    const large = actor({ refuses: busy }, says("Got it.", propose({ ...exclusion, quotes: [] })))
    const heard = await hear(interviewer(large).asks.reply(context, never))
    expect(large.asked).toHaveLength(2)
    expect(heard.text).toContain("Part of this I could not put in its place")
  })

  test.each<[string, Play, string]>([
    ["says nothing", {}, "model.silent"],
    ["says nothing but blanks and thoughts", { says: ["<think>x</think>", " \n"] }, "model.silent"],
    ["ends in the middle", { says: ["Cakes"], ends: "interrupted" }, "model.unavailable"],
  ])("a model that %s has failed", async (_, play, code) => {
    const large = actor(play)
    expect((await hear(interviewer(large).asks.reply(context, never))).failure).toMatchObject({ code })
    expect(large.asked).toHaveLength(1)
  })

  test("a model that says nothing twice has failed, whatever it proposed", async () => {
    const heard = await hear(interviewer(actor({ tools: [propose(exclusion)] }, {})).asks.reply(context, never))
    expect(heard.failure).toMatchObject({ code: "model.silent", isBeforeText: true })
    expect(heard.parts).toEqual([
      { type: "usage", usage: expect.objectContaining({ outputTokens: expect.any(Number) }) },
    ])
  })
})

describe("in two stages", () => {
  test("the visitor hears the revision alone, and only what it proposes is done", async () => {
    const small = actor({
      says: ["DRAFT ", "WORDS"],
      tools: [propose(exclusion, exclusion), offer("X", "Y")],
      tokens: { input: 10, output: 1 },
    })
    const large = actor({ ...usual, tools: [propose(exclusion)], tokens: { input: 20, output: 2 } })
    const { asks, spent } = interviewer(large, small)
    const heard = await hear(asks.reply(context, never))
    expect(asks.speaker.model).toBe("openai/small+anthropic/large")
    expect(heard.text).toBe("Cakes by order, got it. Who takes them?")
    expect(operationsIn(heard, context, documentOf([]))).toHaveLength(1)
    expect(choicesIn(heard)).toEqual([])
    expect(spent.map(({ stage, model }) => `${stage} ${model}`)).toEqual([
      "draft openai/small",
      "revision anthropic/large",
    ])
    expect(usageIn(heard)).toEqual({ inputTokens: 30, outputTokens: 3 })
    const told = textsIn(large.asked[0] ?? { prompt: [] }).at(-1)
    expect(told).toMatch(/⟦draft⟧\nDRAFT WORDS\npropose \{.*⟦end of draft⟧$/s)
  })

  test("makes three calls at most", async () => {
    const small = actor({ refuses: busy }, usual)
    const large = actor(says("Got it.", propose({ ...exclusion, quotes: [] })))
    await hear(interviewer(large, small).asks.reply(context, never))
    expect(small.asked.length + large.asked.length).toBe(3)
    const repaired = actor(says("Got it.", propose({ ...exclusion, quotes: [] })), says("", propose(exclusion)))
    const drafts = actor(usual)
    await hear(interviewer(repaired, drafts).asks.reply(context, never))
    expect(drafts.asked.length + repaired.asked.length).toBe(3)
  })

  test("a draft that breaks off has failed before anybody heard a word", async () => {
    const heard = await hear(interviewer(actor(), actor({ says: ["DRAFT"], breaks: busy })).asks.reply(context, never))
    expect(heard).toMatchObject({ text: "", failure: { code: "model.unavailable", isBeforeText: true } })
  })
})

describe("ends at once", () => {
  test.each<[string, Play]>([
    ["before the first word", { stalls: true }],
    ["between two words", { says: ["Cakes by"], stalls: true }],
    ["and the provider does not care", { says: ["Cakes by"], stalls: true, isDeaf: true }],
  ])("when it is stopped %s, without a failure", async (_, play) => {
    const large = actor(play)
    const stop = new AbortController()
    const { asks, spent } = interviewer(large)
    const hearing = hear(asks.reply(context, stop.signal), () => stop.abort())
    if (!play.says) {
      await expect.poll(() => large.asked.length).toBe(1)
      stop.abort()
    }
    const heard = await hearing
    expect(heard.failure).toBeUndefined()
    expect(heard.parts.some(({ type }) => type === "usage")).toBe(false)
    expect(large.asked[0]?.abortSignal?.aborted).toBe(true)
    expect(spent).toMatchObject([{ outcome: "stopped", isEstimated: true, inputTokens: expect.any(Number) }])
  })

  test("when whoever listens goes away", async () => {
    const large = actor({ says: ["Cakes by"], stalls: true })
    for await (const _ of interviewer(large).asks.reply(context, never)) break
    expect(large.asked[0]?.abortSignal?.aborted).toBe(true)
  })

  test("when it is stopped before it began, and asks nobody", async () => {
    const large = actor()
    expect(await hear(interviewer(large).asks.reply(context, AbortSignal.abort()))).toMatchObject({
      parts: [],
      failure: undefined,
    })
    expect(large.asked).toHaveLength(0)
  })

  test.each<[string, Play, Partial<typeof LIMITS>, boolean]>([
    ["nothing comes at first", { stalls: true }, { firstByteMs: 20 }, true],
    ["nothing more comes", { says: ["Cakes by"], stalls: true }, { silenceMs: 20 }, false],
    ["the whole takes too long", { says: ["Cakes by"], stalls: true }, { wholeMs: 40 }, false],
  ])("with model.timeout when %s", async (_, play, limits, isBeforeText) => {
    const large = actor(play)
    const { asks } = interviewer(large, undefined, { timeouts: { ...LIMITS, ...limits } })
    const heard = await hear(asks.reply(context, never))
    expect(heard.failure).toBeInstanceOf(ModelFailedError)
    expect(heard.failure).toMatchObject({ code: "model.timeout", isBeforeText })
    expect(large.asked).toHaveLength(1)
  })
})

describe("a question that is skipped", () => {
  const skipping = (memory: unknown, text = "skip") => ({
    ...contextOf(["Cakes", "Got it! Sounds good. What happens on a day when all is sold?", text]),
    memory,
  })
  const memoryIn = (heard: Awaited<ReturnType<typeof hear>>) =>
    heard.parts.flatMap((part) => (part.type === "learned" ? [part.memory] : []))

  test("is known by a word alone, in the language that was spoken before, whatever the browser's", async () => {
    const before = ["Wir haben eine Bäckerei und wollen Bestellungen", "Wer bestellt dort?", "Überspringen"]
    const heard = await hear(interviewer(actor(usual)).asks.reply(contextOf(before), never))
    expect(memoryIn(heard)).toMatchObject([{ skipped: ["Wer bestellt dort?"] }])
  })

  test("is remembered before the first word, and told to the model from then on", async () => {
    const large = actor(usual, usual)
    const { asks } = interviewer(large)
    const heard = await hear(asks.reply(skipping(undefined), never))
    expect(heard.parts[0]).toEqual({
      type: "learned",
      memory: { by: "model", skipped: ["What happens on a day when all is sold?"] },
    })
    const later = await hear(asks.reply({ ...context, memory: memoryIn(heard)[0] }, never))
    expect(memoryIn(later)).toEqual([])
    expect(textsIn(large.asked[1] ?? { prompt: [] }).at(-1)).toContain(
      "⟦skipped questions⟧\nWhat happens on a day when all is sold?\n⟦end of skipped questions⟧",
    )
  })

  test("is not remembered twice, nor more than fit", async () => {
    const skipped = Array.from({ length: 30 }, (_, index) => `${index}?`)
    const [full] = memoryIn(await hear(interviewer(actor(usual)).asks.reply(skipping({ by: "model", skipped }), never)))
    expect(full).toMatchObject({ skipped: { length: 30, 0: "1?", 29: "What happens on a day when all is sold?" } })
    const [again] = memoryIn(await hear(interviewer(actor(usual)).asks.reply(skipping(full), never)))
    expect(again).toMatchObject({ skipped: { length: 30, 0: "1?" } })
  })

  test.each(["We skip lunch on Mondays", "Nothing happens"])("is none when it was answered: %s", async (text) => {
    expect(memoryIn(await hear(interviewer(actor(usual)).asks.reply(skipping(undefined, text), never)))).toEqual([])
  })
})

describe("the question that a model asks", () => {
  const courseOf = async (input: object | undefined, text = "Cakes") => {
    const tools = input ? [{ name: "propose", input }] : []
    const heard = await hear(interviewer(actor(says("Got it. Who?", ...tools))).asks.reply(contextOf([text]), never))
    return heard.parts.flatMap((part) => (part.type === "course" ? [part.course] : []))
  }

  test("goes by the word that the model gives it, as long as that is one of ours", async () => {
    expect(await courseOf({ changes: [], asks: "users" })).toEqual([{ fate: "answered", asks: "users" }])
    for (const none of ["the visitor's own words", "", "Users", "asked_users"])
      expect(await courseOf({ changes: [], asks: none }), none).toEqual([{ fate: "answered" }])
    expect(await courseOf(undefined)).toEqual([{ fate: "answered" }])
  })

  test.each(["skip", "not sure", "that's all"])("is left behind by %j", async (text) => {
    expect(await courseOf(undefined, text)).toEqual([{ fate: "skipped" }])
  })
})

test("a call that was refused costs nothing; one that broke off is counted as well as can be", async () => {
  const refused = interviewer(actor({ refuses: { statusCode: 401 } }))
  await hear(refused.asks.reply(context, never))
  expect(refused.spent).toMatchObject([
    { inputTokens: 0, outputTokens: 0, isEstimated: false, outcome: "model.key_refused" },
  ])
  const broken = interviewer(actor({ says: ["Cakes by order"], breaks: busy }))
  await hear(broken.asks.reply(context, never))
  expect(broken.spent).toMatchObject([{ outputTokens: 4, isEstimated: true, outcome: "model.unavailable" }])
  expect(broken.spent[0]?.inputTokens).toBeGreaterThan(1_000)
})
