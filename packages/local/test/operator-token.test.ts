import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type House, startHouse } from "../src/house.ts"
import { operatorTokenHash } from "../src/operator-token.ts"
import { StartError } from "../src/settings.ts"
import { OPERATOR_TOKEN, OPERATOR_TOKEN_HASH } from "./submitting.ts"

let dataDir: string
let said: string[]
let house: House | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "operator-"))
  said = []
})
afterEach(async () => {
  await house?.stop()
  house = undefined
  await rm(dataDir, { recursive: true })
})
const say = (line: string) => void said.push(line)
const file = () => path.join(dataDir, "operator-token")

/** The status with which the owner's side answers to a token, after a start. */
async function opened(token: string): Promise<number> {
  house = await startHouse({ port: 0, dataDir, say })
  const headers = { authorization: `Bearer ${token}` }
  const { status } = await fetch(`${house.url}/v1/operator/submissions`, { headers })
  await house.stop()
  return status
}

test("the first start makes a token that opens the owner's side, keeps it for its owner, and says it once", async () => {
  expect(await opened("guessed")).toBe(401)
  const token = (await readFile(file(), "utf8")).trim()
  expect(token).toMatch(/^[\w-]{43}$/) // 32 bytes
  expect(said).toEqual([`operator token: ${token} (kept in ${file()})`])
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  expect(await opened(token)).toBe(200)
  expect(said).toHaveLength(1)
})

test("a token whose hash was set opens instead, and none is made", async () => {
  house = await startHouse({ port: 0, dataDir, env: { OPERATOR_TOKEN_HASH }, say })
  expect(process.env["OPERATOR_TOKEN_HASH"]).toBe(OPERATOR_TOKEN_HASH) // which handlers read
  await expect(stat(file())).rejects.toThrow("ENOENT")
  expect(said).toEqual([])
})

test("a token that the owner wrote there counts, whatever stands around it", async () => {
  await writeFile(file(), ` ${OPERATOR_TOKEN}\r\n`)
  expect(await operatorTokenHash(dataDir, say)).toBe(OPERATOR_TOKEN_HASH)
})

test("without a directory there is none, and one that cannot be read stops the start with one line", async () => {
  expect(await operatorTokenHash(undefined, say)).toBe("")
  await expect(operatorTokenHash(file(), say)).resolves.toMatch(/^[0-9a-f]{64}$/) // a directory that is made
  await expect(operatorTokenHash(path.join(file(), "operator-token"), say)).rejects.toThrow(StartError)
})
