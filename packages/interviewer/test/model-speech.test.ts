import { expect, test } from "vitest"
import { callIn } from "../src/model/proposal/normalise.ts"
import { speech } from "../src/model/speech.ts"

function spoken(pieces: readonly string[]): string {
  const { push, end } = speech()
  return pieces.map(push).join("") + end()
}

const cases: [string, string, string][] = [
  ["plain words", "Cakes, got it.\n\nWho orders?", "Cakes, got it.\n\nWho orders?"],
  [
    "less than, brackets, braces and quotes in words",
    "5 < 6, a<b, [x], {y} and `z`: <3",
    "5 < 6, a<b, [x], {y} and `z`: <3",
  ],
  ["blanks at both ends", "\n  Hello. \n\n", "Hello."],
  ["thoughts", "<think>They want {cakes}.</think>\n\nGot it.", "Got it."],
  ["a tool call in a tag", 'Got it.\n<tool_call>{"name":"propose","a":"</b>"}</tool_call>', "Got it."],
  [
    "a tool call in a namespaced tag",
    'A.<x:function_calls><invoke name="propose">…</invoke></x:function_calls> B?',
    "A. B?",
  ],
  ["a tool call in a fence", 'A.\n```json\n{"changes": []}\n```\nB?', "A.\n\nB?"],
  ["a tool call as bare JSON", 'A.\n\n{"name": "propose", "arguments": {"x": "}\\""}}\nB?', "A.\n\nB?"],
  ["a tool call after a marker", 'A. [TOOL_CALLS][{"name":"propose"}]', "A."],
  ["tokens of a template", "A.<|im_end|>", "A."],
  ["our own delimiters", "⟦message 3⟧ A ⟦end of message 3⟧", "A"],
  ["a tag without an end", "A. <tool_call>{", "A."],
  ["an end without a beginning", "</think>A.", "A."],
  ["nothing but a tool call", '{"changes": []}', ""],
  ["something that only begins like one", "A <thin", "A <thin"],
  ["emoji", "A 🎂 {", "A 🎂 {"],
]

test.each(cases)("%s: the visitor reads what is meant for them, however it is cut", (_, written, read) => {
  expect(spoken([written])).toBe(read)
  expect(spoken(written.split(""))).toBe(read)
  for (let at = 1; at < written.length; at++) expect(spoken([written.slice(0, at), written.slice(at)])).toBe(read)
})

const change = {
  op: "add",
  kind: "rule",
  text: "No (credit)",
  evidence: "stated",
  quotes: [{ message: 1, quote: 'no "credit"' }],
}
const input = { changes: [change] }
const json = JSON.stringify(input)

/** What models write when their server does not see that they call a tool. */
const written: [string, string, string][] = [
  ["a call of a function", `Got it.\n\npropose(${json})`, "Got it."],
  ["one in a namespace, with a word after it", `Got it. functions.propose(${json}) Who pays?`, "Got it.  Who pays?"],
  ["one with its argument's name", `Got it.\npropose(changes=${JSON.stringify(input.changes)})`, "Got it."],
  ["a tag of the tool's name", `Got it.<propose>${json}</propose>\nWho pays?`, "Got it.\nWho pays?"],
  ["a tag of calls", `Got it.\n<tool_call>{"name":"propose","arguments":${json}}</tool_call>`, "Got it."],
  ["one without its end", `Got it.\n<tool_call>{"name":"propose","arguments":${json}}`, "Got it."],
  [
    "parameters in tags",
    `Got it.<invoke name="propose"><parameter name="changes">${JSON.stringify([change])}</parameter></invoke>`,
    "Got it.",
  ],
  ["a marker and a list", `Got it. [TOOL_CALLS][{"name":"propose","arguments":${JSON.stringify(json)}}]`, "Got it."],
  ["JSON in a fence", `Got it.\n\`\`\`json\n{"name":"propose","input":${json}}\n\`\`\``, "Got it."],
  ["its input in a fence", `Got it.\n\`\`\`json\n${json}\n\`\`\`\nWho pays?`, "Got it.\n\nWho pays?"],
  ["a call in a fence", `Got it.\n\`\`\`tool_code\npropose(${json})\n\`\`\``, "Got it."],
  ["an announcement", `Got it. [calls propose ${json}]`, "Got it."],
  ["python's tag", `Got it.<|python_tag|>{"name":"propose","parameters":${json}}`, "Got it."],
  ["a flower", `Got it.\n✿FUNCTION✿: propose\n✿ARGS✿: ${json}\n✿RESULT✿`, "Got it."],
  [
    "channels",
    `analysisThey want cakes. propose([{"op":"no"}])assistantfinalGot it.assistantcommentary to=functions.propose json${json}`,
    "Got it.",
  ],
  [
    "channels with their marks",
    `<|channel|>analysis<|message|>Cakes.<|end|><|start|>assistant<|channel|>commentary to=functions.propose <|constrain|>json<|message|>${json}<|call|><|start|>assistant<|channel|>final<|message|>Got it.<|return|>`,
    "Got it.",
  ],
]

test.each(written)("a call written as %s is never read, and taken", (_, text, read) => {
  const cuts = [[text], text.split(""), ...Array.from(text, (_, at) => [text.slice(0, at), text.slice(at)])]
  for (const pieces of cuts) {
    const { push, end, calls } = speech()
    expect(pieces.map(push).join("") + end()).toBe(read)
    expect(calls().map(({ name, input }) => [name, callIn(JSON.parse(input)).changes])).toEqual([["propose", [change]]])
  }
})

test.each([
  "I propose (as you said) two shops.",
  "We can propose(d) it.",
  "The analysis of costs, a commentary to follow, and [calls] by phone.",
  "analysis and design",
  "Functions. Propose a date.",
])("words that only look like a call are words: %s", (text) => {
  expect(spoken([text])).toBe(text)
  expect(spoken(text.split(""))).toBe(text)
})

test("a call that was only thought of is none", () => {
  const { push, end, calls } = speech()
  expect(push(`<think>propose(${json})</think>Got it.`) + end()).toBe("Got it.")
  expect(calls()).toEqual([])
})

test("words are passed on at once", () => {
  const { push } = speech()
  expect(["Cakes", " by order", ", got", " it."].map(push)).toEqual(["Cakes", " by order", ", got", " it."])
})
