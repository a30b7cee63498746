import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { artefacts } from "../bundle/bundle.ts"
import { functions } from "../functions.ts"
import { type Plan, plan } from "../plan/plan.ts"

/** Every way the stack is deployed that its rules must hold for. */
const ways = {
  dev: { stage: "dev" },
  staging: {
    stage: "staging",
    env: { MAIL_FROM: "Ada <ada@example.com>", OWNER_EMAIL: "ada@example.com", OPERATOR_TOKEN_HASH: "0".repeat(64) },
  },
  production: { stage: "production" },
  "a model on Bedrock": {
    stage: "dev",
    env: {
      MODEL_PROVIDER: "bedrock",
      MODEL: "eu.anthropic.claude-sonnet-5-5",
      MODEL_DRAFT: "anthropic.claude-haiku-4-5-20251001-v1:0",
      MODEL_REGION: "eu-west-1",
    },
  },
  live: { stage: "dev", dev: true },
  "production with a domain, provisioned": {
    stage: "production",
    env: { SITE_DOMAIN: "spec.example.com", TABLE_CAPACITY: "5-50", WARM_REPLIES: "2" },
  },
} as const

export type Way = keyof typeof ways
export const WAYS = Object.keys(ways) as Way[] // the keys of a literal

/** All of them, two at a time: each is a process of its own, and finds the functions' code kept. */
export async function planned(): Promise<Record<Way, Plan>> {
  await bundleAll()
  const plans: Partial<Record<Way, Plan>> = {}
  const waiting = [...WAYS]
  const work = async () => {
    for (let way = waiting.shift(); way; way = waiting.shift()) {
      const chosen: { stage: string; dev?: boolean; env?: Record<string, string> } = ways[way]
      plans[way] = await plan({ env: {}, ...chosen })
    }
  }
  await Promise.all([work(), work()])
  return plans as Record<Way, Plan> // every way has been planned
}

/** In one go, which is quicker than one by one, as plans do. */
async function bundleAll(): Promise<void> {
  const all = Object.entries(functions).map(([name, definition]) => [name, { ...definition, resources: {} }] as const)
  const folder = await mkdtemp(path.join(tmpdir(), "bundled-ahead-"))
  await artefacts(Object.fromEntries(all), folder, Buffer.alloc(32).toString("base64"))
  await rm(folder, { recursive: true })
}
