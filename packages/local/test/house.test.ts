import { mkdtemp, rm } from "node:fs/promises"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import path from "node:path"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb"
import { afterEach, expect, test } from "vitest"
import type { FunctionName } from "../src/functions.ts"
import { type House, type HouseOptions, startHouse } from "../src/house.ts"
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
    response.writeHead(200, { "content-type": "application/x-amz-json-1.0" }).end('{"Table":{}}')
  }).listen(0, "127.0.0.1")
  await new Promise((resolve) => proxy.once("listening", resolve))
  const address = proxy.address()
  const port = typeof address === "object" ? (address?.port ?? 0) : 0
  const { enginePid, stop } = await open({ env: { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}` } })
  expect(enginePid()).toBeUndefined()
  expect(asked).toEqual(["DynamoDB_20120810.DescribeTable"])
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
