import { createHash, randomBytes } from "node:crypto"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { createSession } from "@spec-wizard/core/access/create-session"
import { system } from "@spec-wizard/core/clock"
import * as Device from "@spec-wizard/core/device"
import * as Export from "@spec-wizard/core/export/request"
import { KeyRing } from "@spec-wizard/core/secret/key-ring"
import * as Settings from "@spec-wizard/core/settings"
import * as Submission from "@spec-wizard/core/submission/submit"
import { Table } from "@spec-wizard/core/table"
import * as Turn from "@spec-wizard/core/turn"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureTable } from "../src/engine/table.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  engine = await startDynamoDB({})
  await ensureTable(engine.endpoint, "claims")
})
afterAll(() => engine.stop())

/** A ring of one key that is kept nowhere. */
class OneKey extends KeyRing {
  readonly #key = { id: "one", bytes: randomBytes(32) }
  override async keys(): ReturnType<KeyRing["keys"]> {
    return [this.#key]
  }
}

const ip = "192.0.2.1"
const sha256 = (text: string) => createHash("sha256").update(text).digest("base64url")

/** `lay` stores a claim as it lies in tables, written out here so that no change of the code changes it. */
async function newSession() {
  const clock = system
  const table = new Table({ name: "claims", clock, client: new DynamoDBClient({ endpoint: engine.endpoint }) })
  const deps = {
    table,
    clock,
    settings: Settings.parse({}),
    keyRing: new OneKey({ id: "one", clock }),
    gateway: { post: async () => "sent" as const, close: async () => {} },
    enqueue: async () => {},
  }
  const { device, writes } = Device.create(deps, "a test")
  const session = await createSession(deps, { device, writes })
  const lay = (name: string, asked: string, answer: object) =>
    table.transact([{ put: { pk: `session#${session.id}`, sk: `claim#${name}`, digest: sha256(asked), ...answer } }])
  return { deps, device, session, lay }
}

test("a frame that was answered before a deployment gets the same answer after it, and no other text gets it", async () => {
  const { deps, session, lay } = await newSession()
  const answer = { seq: 1, turnId: "trn_01J0000000000000000000000A" }
  await lay("frame-before", "sendMessage:We bake.", answer)
  const say = (text: string) =>
    Turn.accept(deps, { sessionId: session.id, ip }, { action: "sendMessage", id: "frame-before", text })
  const ack = { type: "ack", id: "frame-before", ...answer }
  expect(await say("We bake.")).toEqual({ ack, events: [], fresh: false })
  await expect(say("We brew.")).rejects.toMatchObject({ code: "message.id_reused" })
})

test("a request for a file that was answered before a deployment gets the same file after it, and no other request gets it", async () => {
  const { deps, device, session, lay } = await newSession()
  const ask = (key: string, paper: "a4" | "letter") =>
    Export.request(deps, {
      session,
      deviceId: device.id,
      input: { paper, format: "pdf", form: "full" },
      key,
      nonce: "",
      ip,
    })
  const { id } = await ask("first", "a4")
  await lay(`export#${sha256('"before"')}`, '{"form":"full","format":"pdf","paper":"a4"}', { exportId: id })
  expect((await ask("before", "a4")).id).toBe(id)
  await expect(ask("before", "letter")).rejects.toMatchObject({ code: "idempotency.key_reused" })
})

test("a request to submit that was answered before a deployment is the first one after it, and no other request is", async () => {
  const { deps, session, lay } = await newSession()
  const submit = (key: string, name: string) =>
    Submission.submit(deps, {
      sessionId: session.id,
      input: { name, email: "ada@example.com", consent: true },
      key,
      ip,
    })
  const { stored } = await submit("first", "Ada")
  const { reference } = stored
  const asked = '{"consent":true,"email":"ada@example.com","name":"Ada"}'
  await lay(`submission#${sha256('"before"')}`, asked, { reference, isFirst: true })
  expect(await submit("before", "Ada")).toEqual({ stored, isFirst: true })
  await expect(submit("before", "Charles")).rejects.toMatchObject({ code: "idempotency.key_reused" })
})
