import { access, mkdir, readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import { setInterval } from "node:timers/promises"
import { digestOf } from "@spec-wizard/core/digest"
import * as z from "zod/mini"
import type { Call } from "./call.ts"
import type { Play, Script } from "./play.ts"

const LOOK_MS = 200

/** What a person writes as the model's answer. */
const Answer = z.strictObject({
  text: z._default(z.string(), ""),
  tools: z._default(z.array(z.strictObject({ name: z.string(), input: z.unknown() })), []),
})

/**
 * A model that is whoever writes files: each request becomes `001.request.md` in the folder, and its answer is what is found in
 * `001.answer.json`, as `{ "text": "…", "tools": [{ "name": "propose", "input": { … } }] }`. The very same request has the same number again.
 */
export function byHand(folder: string, say: (line: string) => void): Script {
  const numbers = new Map<string, string>()
  return async (call) => {
    await mkdir(folder, { recursive: true })
    const { system, messages, schemas } = call
    const digest = digestOf(JSON.parse(JSON.stringify({ system, messages, schemas })))
    const known = numbers.get(digest)
    const number = known ?? (await free(folder))
    numbers.set(digest, number)
    const file = path.join(folder, `${number}.answer.json`)
    if (known === undefined) {
      await writeFile(path.join(folder, `${number}.request.md`), written(call))
      say(`The model is asked: read ${path.join(folder, number)}.request.md, and write ${file}.`)
    }
    return await answerIn(file, say)
  }
}

/** Waits until it is there and can be read; what cannot is told of once, each time that it changes. */
async function answerIn(file: string, say: (line: string) => void): Promise<Play> {
  let seen = ""
  for await (const _ of setInterval(LOOK_MS)) {
    const text = await readFile(file, "utf8").catch(() => "")
    if (text.trim() === "" || text === seen) continue
    seen = text
    const answer = parsed(text)
    if (answer) return answer
    say(`${file} is no answer yet: write { "text": "…", "tools": [{ "name": "propose", "input": { … } }] }.`)
  }
  return {}
}

function parsed(text: string): Play | undefined {
  try {
    const found = Answer.safeParse(JSON.parse(text))
    return found.success ? found.data : undefined
  } catch {
    return undefined // half written, perhaps
  }
}

/** The first number that no earlier run has taken. */
async function free(folder: string): Promise<string> {
  for (let at = 1; ; at++) {
    const number = String(at).padStart(3, "0")
    const isTaken = await access(path.join(folder, `${number}.request.md`)).then(
      () => true,
      () => false,
    )
    if (!isTaken) return number
  }
}

function written({ model, system, messages, schemas, maxTokens }: Call): string {
  const tools = Object.entries(schemas).map(
    ([name, schema]) => `### ${name}\n\n\`\`\`json\n${JSON.stringify(schema, null, 2)}\n\`\`\``,
  )
  const said = messages.map(({ role, text, uses, results }) => {
    const calls = uses.map(({ name, input }) => `calls ${name}: ${JSON.stringify(input)}`)
    return [`### ${role}`, text, ...calls, ...results.map((one) => `result: ${one.text}`)].filter(Boolean).join("\n\n")
  })
  return [
    `# A request to ${model}, at most ${maxTokens} tokens`,
    "## System",
    system,
    "## Tools",
    ...tools,
    "## Messages",
    ...said,
    "",
  ].join("\n\n")
}
