import { createHash } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { Jar } from "./jar.ts"
import { operator } from "./submitting.ts"

let house: House
beforeAll(async () => {
  house = await startHouse({ port: 0, env: { LIMIT_SCALE: "100", OPERATOR_TOKEN_HASH: "" } })
})
afterAll(() => house.stop())

test("where no token was set nobody is the operator, not even by an empty one or its hash", async () => {
  const hash = createHash("sha256").update("").digest("hex")
  expect((await operator(house, "GET", "")).status).toBe(401)
  for (const authorization of ["Bearer ", "Bearer", `Bearer ${hash}`])
    expect(
      (await new Jar(house.url).call("GET", "/v1/operator/submissions", undefined, { authorization })).status,
    ).toBe(401)
})
