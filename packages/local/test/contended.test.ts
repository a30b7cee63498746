import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { createSession } from "@spec-wizard/core/access/create-session"
import { revoke } from "@spec-wizard/core/access/revoke"
import { system } from "@spec-wizard/core/clock"
import * as Connection from "@spec-wizard/core/connection"
import * as Ticket from "@spec-wizard/core/connection/ticket"
import * as Device from "@spec-wizard/core/device"
import * as Grant from "@spec-wizard/core/device/grant"
import { UnavailableError } from "@spec-wizard/core/error"
import { erase } from "@spec-wizard/core/lifecycle/erase"
import { Ledger } from "@spec-wizard/core/lifecycle/ledger"
import { KeyRing } from "@spec-wizard/core/secret/key-ring"
import * as Session from "@spec-wizard/core/session"
import * as Settings from "@spec-wizard/core/settings"
import { Table, TransactionFailedError, type Write } from "@spec-wizard/core/table"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { ensureLedger, ensureTable } from "../src/engine/table.ts"

let engine: Awaited<ReturnType<typeof startDynamoDB>>
beforeAll(async () => {
  for (const name of ["AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) vi.stubEnv(name, "local")
  engine = await startDynamoDB({})
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", engine.endpoint)
  await ensureTable(engine.endpoint, "contended")
  await ensureLedger(engine.endpoint, "contended-ledger")
})
afterAll(() => engine.stop())
beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0) // whoever loses goes on at once
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** Cancels its next transactions for the sake of others, as DynamoDB does and the engine never. */
class Contended extends Table {
  cancels = 0
  override async transact(writes: Write[]) {
    if (this.cancels-- > 0) throw new TransactionFailedError(writes.map(() => "TransactionConflict"))
    return await super.transact(writes)
  }
}

/** A session, its device, and a ticket for a socket. */
async function newSession() {
  const clock = system
  const table = new Contended({ name: "contended", clock, client: new DynamoDBClient({ endpoint: engine.endpoint }) })
  const deps = {
    table,
    clock,
    settings: Settings.parse({}),
    gateway: { post: async () => "sent" as const, close: async () => {} },
    keyRing: new KeyRing({ id: "none", clock }),
    ledger: new Ledger({ name: "contended-ledger" }),
    enqueue: async () => {},
  }
  const { device, writes } = Device.create(deps, "a test")
  const head = await createSession(deps, { device, writes })
  const of = { sessionId: head.id, deviceId: device.id, bearer: true }
  const { ticket } = await Ticket.issue(deps, of)
  const grant = await Ticket.find(deps, ticket)
  if (!grant) throw new Error("the ticket is new")
  return { deps, head, device, open: () => Connection.open(deps, { ticket, connectionId: `of-${head.id}`, grant }) }
}

type Visit = Awaited<ReturnType<typeof newSession>>

test.each([
  {
    what: "a socket opens",
    act: ({ open }: Visit) => open(),
    isDone: async ({ deps, head }: Visit) => (await Connection.get(deps, `of-${head.id}`)) !== undefined,
  },
  {
    what: "a device is signed out",
    act: ({ deps, head, device }: Visit) => revoke(deps, head, device.id),
    isDone: async ({ deps, head, device }: Visit) => !(await Grant.get(deps, head.id, device.id)),
  },
  {
    what: "a session is erased",
    act: ({ deps, head }: Visit) => erase(deps, head.id),
    isDone: async ({ deps, head }: Visit) => !(await Session.find(deps, head.id)),
  },
])(
  "$what although others are at it; when they do not let go, nothing is done and that can be tried again",
  async ({ act, isDone }) => {
    const visit = await newSession()
    const { table } = visit.deps
    table.cancels = Number.POSITIVE_INFINITY
    await expect(act(visit)).rejects.toThrow(UnavailableError)
    expect(await isDone(visit)).toBe(false)
    table.cancels = 2
    await act(visit)
    expect(await isDone(visit)).toBe(true)
  },
)
