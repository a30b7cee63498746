import { mkdtemp, readFile, rm } from "node:fs/promises"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import path from "node:path"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager"
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2"
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs"
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb"
import { afterEach, expect, test } from "vitest"
import { startDynamoDB } from "../src/engine/dynamodb.ts"
import { lockDirectory } from "../src/engine/lock.ts"
import type { FunctionName } from "../src/functions.ts"
import { type House, type HouseOptions, startHouse } from "../src/house.ts"
import { dailyAt } from "../src/schedule.ts"
import { openSocket } from "./origin.ts"
import { until } from "./until.ts"

const moduleOf = (name: string) => new URL(`./handlers/${name}.ts`, import.meta.url).href
const echo = moduleOf("echo")
const modules: Record<FunctionName, string> = {
  Connect: echo,
  Disconnect: echo,
  SendMessage: echo,
  Default: echo,
  Reply: moduleOf("worker"),
  Sweep: echo,
  Api: echo,
  Count: echo,
  Maintain: echo,
  Mail: echo,
  Export: echo,
  Render: echo,
  MailEvents: echo,
  Erase: echo,
  OutboxSweep: echo,
}

let house: House | undefined
afterEach(async () => {
  await house?.stop()
  house = undefined
})
const open = async (options: Partial<HouseOptions> = {}) => (house = await startHouse({ port: 0, modules, ...options }))

test("handlers find table, gateway and settings in their environment, and post through the real SDK", async () => {
  const { port, invocations, connectionIds } = await open()
  const socket = await openSocket(`ws://localhost:${port}/ws`, {})
  socket.raw.send('{"action":"sendMessage"}')
  expect(await socket.next()).toBe('{"action":"sendMessage"}')
  expect(connectionIds()).toHaveLength(1)
  expect(invocations()).toMatchObject({ Connect: 1, SendMessage: 1, Default: 0 })
  socket.raw.close()
  const answer = await fetch(`http://127.0.0.1:${port}/v1/anything`)
  expect(await answer.json()).toMatchObject({ rawPath: "/v1/anything" })
})

test("the sweeper comes when the clock passes its interval", async () => {
  const { invocations, url } = await open()
  expect(invocations()["Sweep"]).toBe(0)
  const moved = await fetch(`${url}/_local/clock`, { method: "POST", body: '{"advanceMs":61000}' })
  expect(moved.status).toBe(200)
  await until(() => invocations()["Sweep"] === 1)
})

test("what comes every minute comes, and what comes at two at night comes once however many nights pass", async () => {
  const { invocations, clock } = await open()
  const to = (hour: number) => clock.advance(dailyAt(hour)(Date.now()) - Date.now())
  const nights = () => invocations()["Maintain"]
  to(12)
  await until(() => invocations()["OutboxSweep"] === 1)
  const before = nights() ?? 0 // 1 when the test itself runs in the morning
  to(2)
  await until(() => nights() === before + 1)
  clock.advance(10 * 86_400_000)
  await until(() => nights() === before + 2)
  clock.advance(3_600_000)
  await until(() => invocations()["OutboxSweep"] === 4)
  expect(nights()).toBe(before + 2)
})

test("handlers find the other services in their environment too: queues, mail, secrets, and a ledger beside the table", async () => {
  const { invocations, queues, mail, mailbox } = await open()
  const linked = JSON.parse(process.env["SST_RESOURCES_JSON"] ?? "")

  const QueueUrl = linked.MailQueue.url
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false })
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "{}" }))
  await until(() => invocations()["Mail"] === 1)
  await expect.poll(queues).toEqual({
    MailQueue: { messages: 0, deadLetters: 0 },
    EraseQueue: { messages: 0, deadLetters: 0 },
    ExportQueue: { messages: 0, deadLetters: 0 },
  })

  const next = mailbox.next("ada@example.com")
  const { MessageId: id } = await new SESv2Client().send(
    new SendEmailCommand({
      FromEmailAddress: "Spec Wizard <spec-wizard@localhost>",
      Destination: { ToAddresses: ["ada@example.com"] },
      ConfigurationSetName: linked.Mailing.configurationSet,
      Content: { Simple: { Subject: { Data: "Your link" }, Body: { Text: { Data: "Hello" } } } },
    }),
  )
  expect(await next).toMatchObject({ id, subject: "Your link" })
  expect(mail()).toEqual([await next])
  await until(() => invocations()["MailEvents"] === 1)

  const asked = new GetSecretValueCommand({ SecretId: linked.KeyRing.id })
  const { SecretString: ring = "" } = await new SecretsManagerClient().send(asked)
  expect(JSON.parse(ring)).toHaveProperty("others")

  const item = { pk: "a", sk: "b" }
  await documents().send(new PutCommand({ TableName: linked.Ledger.name, Item: item }))
  const inTable = new GetCommand({ TableName: linked.Table.name, Key: item })
  expect((await documents().send(inTable)).Item).toBeUndefined()
})

test("what needs a native module has a process of its own, started when it is first needed", async () => {
  const { url, workers } = await open({ modules: { ...modules, Render: moduleOf("worker") } })
  expect(workers("Render")).toEqual([])
  const headers = { authorization: "AWS4-HMAC-SHA256 Credential=local/x" }
  const called = { method: "POST", headers, body: JSON.stringify({ do: "answer" }) }
  const answer = await fetch(`${url}/2015-03-31/functions/Render/invocations`, called)
  const { pid } = (await answer.json()) as { pid: number } // what handlers/worker.ts returns
  expect(pid).not.toBe(process.pid)
  expect(workers("Render")).toEqual([{ pid, busy: false }])
})

test("mails and secrets are there after a restart, and no two houses share them", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "house-"))
  const engine = await startDynamoDB({})
  const env = { AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, MAIL_FROM: "Wizard <wizard@example.com>" }
  const first = await open({ dataDir, env })
  await expect(lockDirectory(dataDir)).rejects.toThrow(/^DATA_DIR .* is in use by another start/)
  await new SESv2Client().send(
    new SendEmailCommand({
      FromEmailAddress: "Wizard <wizard@example.com>",
      Destination: { ToAddresses: ["ada@example.com"] },
      Content: { Simple: { Subject: { Data: "Kept" }, Body: { Text: { Data: "Hello" } } } },
    }),
  )
  const secrets = await readFile(path.join(dataDir, "secrets.json"), "utf8")
  await first.stop()
  const second = await open({ dataDir, env })
  expect(second.mail()).toMatchObject([{ subject: "Kept" }])
  expect(await readFile(path.join(dataDir, "secrets.json"), "utf8")).toBe(secrets)
  await second.stop()
  await engine.stop()
  await rm(dataDir, { recursive: true })
})

test("a stopped house leaves environment and clock as they were, and can be opened again on the same addresses", async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "house-"))
  const before = { ...process.env }
  const first = await open({ dataDir })
  first.clock.advance(3_600_000)
  const key = { pk: "a", sk: "b" }
  await documents().send(new PutCommand({ TableName: "spec-wizard-local", Item: key }))
  await first.stop()
  expect(process.env).toEqual(before)

  const second = await open({ dataDir })
  expect(second.port).toBe(first.port)
  const { Item: item } = await documents().send(new GetCommand({ TableName: "spec-wizard-local", Key: key }))
  expect(item).toEqual(key)
  await second.stop()
  await rm(dataDir, { recursive: true })
})

test("only one house is open in a process, and one that fails to open leaves nothing behind", async () => {
  await open()
  await expect(startHouse({ port: 0, modules })).rejects.toThrow("already runs")
  await house?.stop()
  await expect(startHouse({ port: 0, modules: { ...modules, Api: moduleOf("missing") } })).rejects.toThrow()
  await open()
})

test("a taken port and a foreign endpoint stop the start with one line", async () => {
  const server = createServer().listen(0, "127.0.0.1")
  await new Promise((resolve) => server.once("listening", resolve))
  const address = server.address()
  const port = typeof address === "object" ? (address?.port ?? 0) : 0
  await expect(startHouse({ port, modules })).rejects.toThrow(`Port ${port} is taken by another program`)
  server.close()

  for (const name of ["AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_LAMBDA"])
    await expect(startHouse({ port: 0, modules, env: { [name]: "https://aws.example" } })).rejects.toThrow(name)
})

test("another engine is used when it is brought", async () => {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(String(request.headers["x-amz-target"]))
    response
      .writeHead(200, { "content-type": "application/x-amz-json-1.0" })
      .end('{"Table":{"StreamSpecification":{"StreamEnabled":true}}}')
  }).listen(0, "127.0.0.1")
  await new Promise((resolve) => proxy.once("listening", resolve))
  const address = proxy.address()
  const port = typeof address === "object" ? (address?.port ?? 0) : 0
  const { enginePid, stop } = await open({ env: { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}` } })
  expect(enginePid()).toBeUndefined()
  expect(asked).toEqual(Array(2).fill("DynamoDB_20120810.DescribeTable")) // the table and the ledger
  await stop()
  proxy.closeAllConnections()
  proxy.close()
})

test("replies run in processes of their own when asked, and the house outlives them", async () => {
  const { workers, port } = await open({ env: { LOCAL_WORKERS: "process" } })
  const invoke = () =>
    fetch(`http://127.0.0.1:${port}/2015-03-31/functions/Reply/invocations`, {
      method: "POST",
      headers: { authorization: "AWS4-HMAC-SHA256 Credential=local", "x-amz-invocation-type": "Event" },
      body: '{"do":"hang"}',
    })
  expect((await invoke()).status).toBe(202)
  await until(() => workers("Reply").some(({ busy }) => busy))
  process.kill(workers("Reply")[0]?.pid ?? 0, "SIGKILL")
  await until(() => workers("Reply").length === 0)
  expect((await fetch(`http://127.0.0.1:${port}/v1/x`)).status).toBe(200)
})

const documents = () => DynamoDBDocumentClient.from(new DynamoDBClient({}))
