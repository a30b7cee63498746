import { createServer } from "node:http"
import { expect, test } from "vitest"
import { localModel } from "../src/local-model.ts"

async function serving(answers: Record<string, unknown>) {
  const server = createServer(({ url = "" }, response) => {
    const answer = answers[url]
    response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("it listens on a port")
  return { port: address.port, [Symbol.asyncDispose]: async () => void server.close() }
}

/** Nothing listens there. */
const NOWHERE = { OLLAMA_HOST: "127.0.0.1:1", LLAMA_ARG_PORT: "1" }

test("where no model runs, nothing is said", async () => {
  expect(await localModel(NOWHERE)).toBeUndefined()
})

test.each(["127.0.0.1:PORT", "http://localhost:PORT", "0.0.0.0:PORT", "http://127.0.0.1:PORT/"])(
  "Ollama that listens at %s is told of in one line that would use it",
  async (host) => {
    await using there = await serving({ "/api/tags": { models: [{ name: "qwen3:8b" }, { name: "llama3.2:3b" }] } })
    const line = await localModel({ ...NOWHERE, OLLAMA_HOST: host.replace("PORT", String(there.port)) })
    expect(line).toMatch(
      new RegExp(
        `^Ollama runs .* MODEL_PROVIDER=openai-compatible MODEL_BASE_URL=http://(127\\.0\\.0\\.1|localhost):${there.port}/v1 MODEL=qwen3:8b npx -y pnpm@12 start$`,
      ),
    )
  },
)

test("so is llama.cpp's server, which knows who it is", async () => {
  await using there = await serving({ "/v1/models": { data: [{ id: "gemma.gguf", owned_by: "llamacpp" }] } })
  const line = await localModel({ ...NOWHERE, LLAMA_ARG_PORT: String(there.port) })
  expect(line).toContain(`MODEL_BASE_URL=http://127.0.0.1:${there.port}/v1 MODEL=gemma.gguf `)
})

test.each<[string, Record<string, unknown>]>([
  ["another program on that port", { "/v1/models": { data: [{ id: "gpt", owned_by: "somebody" }] } }],
  ["one that answers anything", { "/v1/models": { hello: 1 }, "/api/tags": [1] }],
  ["Ollama without a model", { "/api/tags": { models: [] } }],
])("%s is passed over", async (_, answers) => {
  await using there = await serving(answers)
  const port = String(there.port)
  expect(await localModel({ OLLAMA_HOST: `127.0.0.1:${port}`, LLAMA_ARG_PORT: port })).toBeUndefined()
})

test("no other machine is asked", async () => {
  expect(await localModel({ ...NOWHERE, OLLAMA_HOST: "http://192.0.2.1:11434" })).toBeUndefined()
})
