import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { createInterface } from "node:readline"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { opened } from "./importing.ts"
import { newSession } from "./raw.ts"
import { until } from "./until.ts"

const RUN = path.join(import.meta.dirname, "../run.mjs")

let dataDir: string
const children: ChildProcess[] = []

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "start-"))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL")
  await until(async () => (await engines()) === 0)
  await rm(dataDir, { recursive: true })
})

function run(name: string, args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [RUN, name, ...args], {
    env: { ...process.env, LOG_LEVEL: "silent", DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  })
  children.push(child)
  const ended = once(child, "exit").then(([code]) => code as number | null) // Node's "exit": a code, or null for a signal
  return { child, ended, out: text(child.stdout), err: text(child.stderr) }
}

const start = async (env: Record<string, string> = {}, args: string[] = []) => {
  const { child, ended } = run("main", args, { PORT: "0", ...env })
  const said: string[] = []
  const url = await new Promise<string>((resolve, reject) => {
    ended.then(() => reject(new Error("it ended before it was ready")), reject)
    createInterface({ input: child.stdout ?? process.stdin }).on("line", (line) => {
      said.push(line)
      const ready = /^ready (http:\/\/localhost:\d+)$/.exec(line)
      if (ready?.[1]) resolve(ready[1])
    })
  })
  return { child, ended, url, said }
}

describe("start", () => {
  test("where a proxy would be asked for what is on this machine, says so and ends", async () => {
    const { ended, err } = run("main", [], { PORT: "0", NODE_USE_ENV_PROXY: "1", HTTP_PROXY: "http://127.0.0.1:9" })
    expect(await ended).toBe(1)
    expect(await err).toContain("NODE_USE_ENV_PROXY sends them to a proxy: start it without.")
  })

  test("says ready, answers, and stops cleanly when told to", async () => {
    const { child, ended, url } = await start()
    expect((await fetch(`${url}/v1/health`)).status).toBe(200)
    child.kill("SIGTERM")
    expect(await ended).toBe(0)
    await until(async () => (await engines()) === 0)
  })

  test("comes back after SIGKILL with what it had acknowledged, every file it had stored, and the owner's token, which it says once; leaves no engine meanwhile", async () => {
    const first = await start()
    const created = await fetch(`${first.url}/v1/sessions`, { method: "POST", body: "{}", headers: JSON_TYPE })
    expect(created.status).toBe(201)
    const { session, token } = (await created.json()) as { session: { id: string }; token: string }
    const headers = { authorization: `Bearer ${token}` }
    const body = JSON.stringify({ email: "ada@example.com", sessionId: session.id })
    const linked = { method: "POST", body, headers: { ...JSON_TYPE, ...headers } }
    expect((await fetch(`${first.url}/v1/magic-links`, linked)).status).toBe(202)
    const mails = async (url: string) => {
      const { emails } = (await (await fetch(`${url}/_local/mail.json`)).json()) as { emails: object[] }
      return emails
    }
    const asked = await fetch(`${first.url}/v1/sessions/${session.id}/exports`, {
      method: "POST",
      body: '{"format":"pdf"}',
      headers: { ...JSON_TYPE, ...headers, "idempotency-key": "after-sigkill" },
    })
    const { export: pdf } = (await asked.json()) as { export: { id: string } }
    const download = async (url: string) => {
      const answer = await fetch(`${url}/v1/sessions/${session.id}/exports/${pdf.id}/download`, { headers })
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined // it follows the link
    }
    await until(async () => (await mails(first.url)).length === 1)
    await until(async () => (await download(first.url)) !== undefined)
    const [sent, bytes] = [await mails(first.url), await download(first.url)]
    first.child.kill("SIGKILL")
    await until(async () => (await engines()) === 0)

    const second = await start()
    const found = await fetch(`${second.url}/v1/sessions/${session.id}`, { headers })
    expect(await found.json()).toMatchObject({ session: { id: session.id } })
    expect(await mails(second.url)).toEqual(sent)
    expect(await download(second.url)).toEqual(bytes)
    const owner = /^operator token: (\S+) \(kept in .*\)$/
    expect(first.said.filter((line) => owner.test(line))).toHaveLength(1)
    expect(second.said.filter((line) => owner.test(line))).toEqual([])
    const [, ownersToken] = owner.exec(first.said.find((line) => owner.test(line)) ?? "") ?? []
    const listed = await fetch(`${second.url}/v1/operator/submissions`, {
      headers: { authorization: `Bearer ${ownersToken}` },
    })
    expect(listed.status).toBe(200)
    second.child.kill("SIGINT")
    expect(await second.ended).toBe(0)
  })

  test.each([
    [{ PORT: "eighty" }, "PORT"],
    [{ MODEL_PROVIDER: "parrot" }, "MODEL_PROVIDER"],
    [{ MODEL_PROVIDER: "openai-compatible", MODEL_BASE_URL: "http://localhost:11434" }, "MODEL_BASE_URL .*/v1"],
    [{ MODEL_PROVIDER: "openai", MODEL: "gpt-tomorrow" }, "MODEL_PRICE"],
    [{ MODEL_PROVIDER: "openai", MODEL: "gpt-5.4-pro" }, "BUDGET_TURN_USD"],
    [{ MODEL_PROVIDER: "bedrock" }, "MODEL is missing"],
    [{ MODEL_PROVIDER: "bedrock", MODEL: "eu.anthropic.claude-sonnet-5-5" }, "MODEL_BASE_URL"],
    [{ AWS_ENDPOINT_URL_LAMBDA: "https://lambda.us-east-1.amazonaws.com" }, "AWS_ENDPOINT_URL_LAMBDA"],
    [{ AWS_ENDPOINT_URL_DYNAMODB: "http://10.0.0.1:8000" }, "AWS_ENDPOINT_URL_DYNAMODB"],
  ])("with %o says one line that names the setting, and exits with 1", async (env, name) => {
    const { ended, err } = run("main", [], { PORT: "0", ...env })
    expect(await ended).toBe(1)
    expect(await err).toMatch(new RegExp(`^.*${name}.*\n$`))
  })

  test("says in one line how to use a model that runs on this machine, unless somebody has named one", async () => {
    const ollama = createServer((_, response) => response.end('{"models":[{"name":"qwen3:8b"}]}'))
    await new Promise<void>((resolve) => ollama.listen(0, "127.0.0.1", resolve))
    const { port } = ollama.address() as AddressInfo // it listens on a port
    const { said } = await start({ OLLAMA_HOST: `127.0.0.1:${port}` })
    await until(async () =>
      said.some((line) => line.includes(`MODEL_BASE_URL=http://127.0.0.1:${port}/v1 MODEL=qwen3:8b`)),
    )
    ollama.close()
  })

  test("with a model by hand it asks in files", async () => {
    const { said, url } = await start({}, ["--model-by-hand", path.join(dataDir, "hand")])
    const { say } = opened(await newSession(url))
    const answered = say("We run a bakery.")
    await until(async () => said.some((line) => line.includes("001.request.md")))
    await writeFile(path.join(dataDir, "hand/001.answer.json"), '{ "text": "Who buys there?" }')
    await answered
  })

  test.each(["--bundle", "bundled", "-b"])(
    "with the argument %s says one line that names it, and exits with 1",
    async (arg) => {
      const { ended, err } = run("main", ["--bundled", arg], { PORT: "0" })
      expect(await ended).toBe(1)
      expect(await err).toMatch(new RegExp(`^.*: ${arg} is not known\\.\n$`))
    },
  )
})

describe("talk", () => {
  /** Both sides of what it printed, by who spoke. */
  const expectTalk = (transcript: string) => {
    expect(transcript.match(/^(You|Wizard):/gm)).toEqual(["You:", "Wizard:", "You:", "Wizard:"])
    expect(transcript).toContain("You: We run a small bakery and want customers to order bread online.")
    expect(transcript).toMatch(/^ {2}1\. \S/m)
  }
  const brief = path.join(import.meta.dirname, "handlers/brief.txt")

  test("sends a brief from beginning to end and prints both sides, to the bundles", async () => {
    const { url } = await start({}, ["--bundled"])
    const { ended, out } = run("talk", ["--url", url, "--brief", "handlers/brief.txt"], {
      INIT_CWD: import.meta.dirname,
    })
    expectTalk(await out)
    expect(await ended).toBe(0)
  })

  test("to the sources, too; writes the document of a brief as a PDF, named from where it was called", async () => {
    const { url } = await start()
    const { ended, out } = run("talk", ["--url", url, "--brief", brief, "--pdf", "cakes.pdf"], { INIT_CWD: dataDir })
    expectTalk(await out)
    expect(await ended).toBe(0)
    const pdf = await readFile(path.join(dataDir, "cakes.pdf"), "latin1")
    expect(pdf).toMatch(/^%PDF-1\.7.*%%EOF\s*$/s)
    const nowhere = run("talk", ["--url", url, "--brief", brief, "--pdf", "no/such/cakes.pdf"], { INIT_CWD: dataDir })
    expect(await nowhere.ended).toBe(1)
    expect(await nowhere.err).toMatch(/^The PDF could not be written: .*\n$/)
  })

  test("goes on from a file: what is printed has the file's lines, and those that are said", async () => {
    const { url } = await start()
    const { api, say, document, exported, chat } = opened(await newSession(url))
    await say("We run a bakery. Customers must order cakes 3 days before.")
    chat.close()
    await writeFile(path.join(dataDir, "cakes.json"), await exported())
    const from = ["--url", url, "--import", "cakes.json", "--markdown"]
    const printed = run("talk", from, { INIT_CWD: dataDir })
    const { items } = await document()
    for (const { id, text } of items) expect(await printed.out).toContain(`**${id}** ${text}`)
    expect(await printed.ended).toBe(0)
    await writeFile(path.join(dataDir, "more.txt"), "No delivery.")
    const more = run("talk", [...from, "--brief", "more.txt"], { INIT_CWD: dataDir })
    for (const text of [...items.map(({ text }) => text), "No delivery."]) expect(await more.out).toContain(text)
    await writeFile(path.join(dataDir, "broken.json"), (await exported()).replace("3 days", "4 days"))
    const broken = run("talk", ["--url", url, "--import", "broken.json"], { INIT_CWD: dataDir })
    expect(await broken.ended).toBe(1)
    expect(await broken.err).toBe("This file was changed after it was exported: its hash is of something else.\n")
    expect((await api.sessions.list()).sessions).toHaveLength(1)
  })

  test("says one helpful sentence when nobody answers, and when there is no such brief", async () => {
    const nobody = run("talk", ["--url", "http://127.0.0.1:1"], {})
    expect(await nobody.ended).toBe(1)
    expect(await nobody.err).toMatch(/^Nothing answers at http:\/\/127\.0\.0\.1:1: run .* first.*\n$/)
    const missing = run("talk", ["--brief", "missing.txt"], { INIT_CWD: dataDir })
    expect(await missing.ended).toBe(1)
    expect(await missing.err).toBe(`The brief ${path.join(dataDir, "missing.txt")} cannot be read.\n`)
  })
})

const JSON_TYPE = { "content-type": "application/json" }

async function text(stream: AsyncIterable<Buffer> | null): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream ?? []) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Processes that have this test's data open by name. */
async function engines(): Promise<number> {
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")))
  return lines.filter((line) => line.includes("dynoxide") && line.includes(dataDir)).length
}
