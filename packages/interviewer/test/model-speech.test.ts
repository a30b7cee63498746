import { expect, test } from "vitest"
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

test("words are passed on at once", () => {
  const { push } = speech()
  expect(["Cakes", " by order", ", got", " it."].map(push)).toEqual(["Cakes", " by order", ", got", " it."])
})
