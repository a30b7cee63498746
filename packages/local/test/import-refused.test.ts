import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { changed, exportedOne, source, withLine } from "./importing.ts"

let house: House
let file: string
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "10" } })
  file = await exportedOne(house.url)
})
afterAll(() => house.stop())

const send = (body: string | Uint8Array<ArrayBuffer>, type = "application/json") =>
  fetch(`${house.url}/v1/sessions/import`, { method: "POST", headers: { "content-type": type }, body })

const rules = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...JSON.parse(file).items[0], kind: "rule", id: `RULE-${at + 1}` }))

test.each<[string, () => string, RegExp]>([
  ["nothing", () => "", /not JSON/],
  ["no JSON", () => "{ my secret words", /not JSON/],
  ["no object", () => "[]", /the file as a whole/],
  ["another thing's JSON", () => '{"secret":"words"}', /: schemaVersion is not/],
  ["100,000 levels", () => "[".repeat(100_000), /not JSON/],
  ["a later schema", () => changed(file, { schemaVersion: 2 }), /schemaVersion that is not known/],
  ["a field that is none of ours", () => changed(file, { secret: 1 }), /the file as a whole/],
  ["what was changed after it was exported", () => file.replace("12 cakes", "13 cakes"), /hash is of something else/],
  ["a version before the first", () => changed(file, { version: -1 }), /: version is not/],
  ["a version without a next one", () => changed(file, { version: 900_001 }), /: version is not/],
  ["numbers without a next one", () => changed(file, { used: { risk: 90_001 }, items: [] }), /: used is not/],
  ["numbers below the first", () => changed(file, { used: { risk: -1 }, items: [] }), /: used is not/],
  ["more models than one keeps", () => changed(file, { models: Array(11).fill("secret") }), /: models is not/],
  ["a line of a later version", () => withLine(file, { changedIn: 1_000 }), /: [A-Z]+-1 is not/],
  ["a line that depends on none", () => withLine(file, { dependsOn: ["FR-999"] }), /: [A-Z]+-1 is not/],
  [
    "a line with what deceives the eye alone",
    () => withLine(file, { text: "\u202e" }),
    /nothing in it that can be read/,
  ],
  ["too many lines", () => changed(file, { items: rules(5_001), used: { rule: 5_001 } }), /more lines than/],
  ["too large a line", () => changed(file, { items: [huge()], used: { requirement: 1 } }), /: FR-1 is not/],
])("refuses %s, and does not repeat what stood there", async (_, text, why) => {
  const response = await send(text())
  const { code, detail } = (await response.json()) as { code: string; detail: string } // a problem has them
  expect(`${response.status} ${code}`).toBe("400 specification.export_invalid")
  expect(detail).toMatch(why)
  expect(detail).not.toMatch(/secret|漢/)
})

test("refuses what is too large, no JSON by its type, or no text", async () => {
  const answer = async (response: Response) =>
    `${response.status} ${((await response.json()) as { code: string }).code}` // a problem has one
  expect(await answer(await send(file + " ".repeat(3_000_000)))).toBe("413 body.too_large")
  expect(await answer(await send(file, "text/plain"))).toBe("415 body.unsupported")
  expect(await answer(await send(Buffer.from([0x7b, 0xff, 0x7d])))).toBe("400 body.invalid")
})

function huge() {
  const sources = Array(20).fill(source("漢".repeat(4_000)))
  const criteria = [1, 2].map((at) => ({
    id: `AC-1.${at}`,
    case: "happy",
    text: "secret",
    evidence: "stated",
    sources,
  }))
  const { items } = JSON.parse(file)
  return { ...items[0], kind: "requirement", id: "FR-1", criteria }
}
