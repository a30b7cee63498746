import * as z from "zod/mini"
import { isLoopback } from "./environment.ts"

const PATIENCE_MS = 700

const Tags = z.object({ models: z.array(z.object({ name: z.string() })) })
const Models = z.object({ data: z.array(z.object({ id: z.string(), owned_by: z.optional(z.string()) })) })

/**
 * A line that says how to use the language model that runs on this machine already: Ollama's, or llama.cpp's server. Undefined where none
 * does. Both are looked for where they say themselves that they listen.
 */
export async function localModel(env: Record<string, string | undefined>): Promise<string | undefined> {
  const [ollama, llama] = await Promise.all([
    ollamaAt(addressOf(env["OLLAMA_HOST"], 11_434)),
    llamaAt(addressOf(env["LLAMA_ARG_PORT"], 8_080)),
  ])
  const found = ollama ?? llama
  if (!found) return undefined
  const { who, baseUrl, model } = found
  return `${who} runs on this machine. To have its model ask: MODEL_PROVIDER=openai-compatible MODEL_BASE_URL=${baseUrl}/v1 MODEL=${model} npx -y pnpm@12 start`
}

type Found = { who: string; baseUrl: string; model: string }

async function ollamaAt(baseUrl: string): Promise<Found | undefined> {
  const { models = [] } = (await read(`${baseUrl}/api/tags`, Tags)) ?? {}
  const [first] = models
  return first && { who: "Ollama", baseUrl, model: first.name }
}

/** Other programs like its port, too; it says who it is. */
async function llamaAt(baseUrl: string): Promise<Found | undefined> {
  const { data = [] } = (await read(`${baseUrl}/v1/models`, Models)) ?? {}
  const own = data.find(({ owned_by }) => owned_by === "llamacpp")
  return own && { who: "llama.cpp's server", baseUrl, model: own.id }
}

async function read<T>(url: string, schema: z.ZodMiniType<T>): Promise<T | undefined> {
  if (!isLoopback(url)) return undefined
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: "error" })
    const found = schema.safeParse(await answer.json())
    return found.success ? found.data : undefined
  } catch {
    return undefined // nobody is there, or somebody else
  }
}

/** `11434`, `127.0.0.1:11434` or `http://localhost:11434`; `0.0.0.0` is here, too. */
function addressOf(given: string | undefined, port: number): string {
  const [, host = "", own = String(port)] =
    /^(?:http:\/\/)?(?:([^:/]*)(?::|$))?(\d+)?\/?$/.exec(given?.trim() ?? "") ?? []
  const isPort = /^\d+$/.test(host)
  const name = host === "" || host === "0.0.0.0" || isPort ? "127.0.0.1" : host
  return `http://${name}:${isPort ? host : own}`
}
