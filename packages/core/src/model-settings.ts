import * as z from "zod/mini"
import { listed } from "./listed.ts"

/** Whose models there are adapters for. */
export const PROVIDERS = ["anthropic", "openai", "openai-compatible", "bedrock"] as const
export type Provider = (typeof PROVIDERS)[number]

const positive = (value: number) => z._default(z.coerce.number().check(z.int(), z.gte(1)), value)

/** Settings of models, from environment variables. */
export const shape = {
  /** Who asks the questions. */
  MODEL_PROVIDER: z._default(z.enum(["guided", ...PROVIDERS]), "guided"),
  /** Companies that may be asked at all, comma-separated; empty: any. `anthropic` alone is Claude-only. */
  MODEL_PROVIDERS: z._default(
    z.string().check(z.refine((list) => listed(list).every(isProvider), `write some of ${PROVIDERS.join(",")}`)),
    "",
  ),
  /** Empty: the provider's usual one. On Bedrock the id of a model or of an inference profile, and there is no usual one. */
  MODEL: z._default(z.string().check(z.maxLength(100)), ""),
  /** Drafts what the other one revises, where the owner's own key is used. Empty: the provider's usual small one. */
  MODEL_DRAFT: z._default(z.string().check(z.maxLength(100)), ""),
  /** Where Bedrock is asked. Empty: where the function runs. */
  MODEL_REGION: z._default(
    z.string().check(z.regex(/^([a-z]{2}(-[a-z]+)+-\d)?$/, "write a region like eu-central-1")),
    "",
  ),
  /** For a model that is not on our list, and for its draft. */
  MODEL_PRICE: z._default(
    z
      .string()
      .check(z.refine((text) => text === "" || priceIn(text) !== undefined, "write USD for a million tokens: 3/15")),
    "",
  ),
  /** SHA-256, hex, of the key that gets both stages. */
  OWNER_API_KEY_HASH: z._default(z.string().check(z.regex(/^([0-9a-f]{64})?$/, "write SHA-256 in hex")), ""),
  /** Empty: the provider's own address, without its last part (`/chat/completions`). Nothing is sent in the clear but to this machine. */
  MODEL_BASE_URL: z._default(
    z.string().check(z.refine(isSafeBase, "write an https address, or http on this machine")),
    "",
  ),
  MODEL_MAX_TOKENS: positive(4_000),
  /** Left out, the model's own; many of the newest take none. */
  MODEL_TEMPERATURE: z.optional(z.coerce.number().check(z.gte(0), z.lte(2))),
  /** To the first byte of an answer, and then for each silence in it. */
  MODEL_TIMEOUT_MS: positive(30_000),
}

const Values = z.object(shape)
type Values = z.infer<typeof Values>

export type ModelSettings = {
  provider: Provider
  name: string
  draft: string
  baseUrl?: string
  /** Of Bedrock. */
  region?: string
  /** What the deployer says it costs, in USD for a million tokens. */
  price?: { input: number; cached: number; written: number; output: number }
  maxTokens: number
  temperature?: number
  timeoutMs: number
}

/** What a provider is asked for where MODEL and MODEL_DRAFT name nothing. */
const USUAL: Record<Provider, { name: string; draft: string }> = {
  anthropic: { name: "claude-sonnet-5-5", draft: "claude-haiku-5-5" },
  openai: { name: "gpt-6.1-terra", draft: "gpt-6-luna" },
  "openai-compatible": { name: "default", draft: "default" },
  bedrock: { name: "", draft: "" },
}

type Chosen = {
  /** Those a visitor's own key may be of. */
  providers: readonly Provider[]
  /** Undefined while the guided interviewer asks the questions. */
  model?: ModelSettings
  /** How models of each provider are asked with a visitor's own key; absent for those that may not be. */
  visitorsModels: Partial<Record<Provider, ModelSettings>>
  ownerKeyHash: string
}

/**
 * What was set, as it is asked for. `here`: the region of the process.
 * @throws {Error} with one line that names the wrong setting, never its value
 */
export function chosen(value: Values, here: string | undefined): Chosen {
  const allowed = listed(value.MODEL_PROVIDERS).filter(isProvider)
  const providers = allowed.length > 0 ? allowed : PROVIDERS
  const { MODEL_PROVIDER: own, MODEL: name, MODEL_DRAFT: draft, MODEL_BASE_URL: baseUrl } = value
  if (own !== "guided" && !providers.includes(own))
    throw new Error("Setting MODEL_PROVIDER is not usable: MODEL_PROVIDERS does not allow it. See .env.example.")
  if (own === "openai-compatible" && baseUrl === "")
    throw new Error("Setting MODEL_BASE_URL is missing: say where the compatible endpoint is. See .env.example.")
  if (own !== "guided" && own !== "bedrock" && baseUrl !== "" && new URL(baseUrl).pathname === "/")
    throw new Error(
      "Setting MODEL_BASE_URL is not usable: it ends before /v1, where the endpoint begins. See .env.example.",
    )
  if (own === "bedrock" && name === "")
    throw new Error("Setting MODEL is missing: name a model of Bedrock or an inference profile. See .env.example.")
  const region = value.MODEL_REGION || here
  const priced = priceIn(value.MODEL_PRICE)
  /** What is set is meant for the server's own provider. */
  const modelOf = (provider: Provider): ModelSettings => ({
    provider,
    ...USUAL[provider],
    ...(provider === own && {
      ...(name && { name }),
      ...((draft || own === "bedrock") && { draft: draft || name }),
      ...(baseUrl && { baseUrl }),
      ...(priced && { price: priced }),
    }),
    ...(provider === "bedrock" && region && { region }),
    maxTokens: value.MODEL_MAX_TOKENS,
    ...(value.MODEL_TEMPERATURE !== undefined && { temperature: value.MODEL_TEMPERATURE }),
    timeoutMs: value.MODEL_TIMEOUT_MS,
  })
  // Nobody has a key for Bedrock, and for a compatible endpoint only where there is one.
  const reachable = providers.filter(
    (provider) => provider !== "bedrock" && (provider !== "openai-compatible" || provider === own),
  )
  return {
    providers: reachable,
    ...(own !== "guided" && { model: modelOf(own) }),
    visitorsModels: Object.fromEntries(reachable.map((provider) => [provider, modelOf(provider)])),
    ownerKeyHash: value.OWNER_API_KEY_HASH,
  }
}

/** `3/15`: input and output; `3/15/0.3/3.75`: and what is read from the provider's cache, and written to it. */
function priceIn(text: string): ModelSettings["price"] {
  const parts = text.split("/").map((part) => (/^\d+(\.\d+)?$/.test(part.trim()) ? Number(part) : Number.NaN))
  const [input = Number.NaN, output = Number.NaN, cached = input, written = input] = parts
  const isPrice = (parts.length === 2 || parts.length === 4) && parts.every((part) => part <= 10_000)
  return isPrice ? { input, cached, written, output } : undefined
}

const isProvider = (name: string): name is Provider => PROVIDERS.some((one) => one === name)

function isSafeBase(address: string): boolean {
  if (address === "") return true
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return protocol === "https:" || (protocol === "http:" && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname))
}
