import { readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { Validator } from "@seriousme/openapi-schema-validator"
import { expect, test } from "vitest"
import { contract } from "../src/contract.ts"
import { openapi } from "../src/openapi.ts"
import { routes } from "../src/router.ts"

const FILE = path.resolve(import.meta.dirname, "../../../docs/openapi.json")
const written = `${JSON.stringify(openapi(), null, 2)}\n`
if (process.env["UPDATE_OPENAPI"]) await writeFile(FILE, written)

test("docs/openapi.json is what the schemas say (UPDATE_OPENAPI=1 writes it)", async () => {
  expect(await readFile(FILE, "utf8")).toBe(written)
})

test("every route is described, and nothing else is", () => {
  const served = routes.filter(({ method }) => method !== "OPTIONS").map(({ method, path }) => `${method} ${path}`)
  expect(served.sort()).toEqual(Object.keys(contract).sort())
})

test("it is an OpenAPI document by the specification's own schema", async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(written))
  expect(errors ?? []).toEqual([])
  expect(valid).toBe(true)
})

test("every example is one that the service takes", () => {
  for (const [route, { body, example }] of Object.entries(contract))
    if (body) expect(body.safeParse(example), route).toMatchObject({ success: true })
})
