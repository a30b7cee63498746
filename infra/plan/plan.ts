import { rmSync } from "node:fs"
import { mkdtemp, readFile, realpath } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { ROOT } from "../bundle/bundle.ts"
import type { Beside } from "./beside.ts"
import { runNode } from "./child.ts"

export type Plan = {
  app: App
  stage: string
  region: string
  /** Live debugging: functions are bridges to this machine. */
  dev: boolean
  /** Nobody said who mails come from, without which a deployment stops; planned is an example. */
  isSenderAssumed: boolean
  outputs: Record<string, unknown>
  /** By URN. */
  resources: Resource[]
  /** By logical name. */
  functions: Record<string, Bundle>
  suspicious: Suspicion[]
  /** What the configuration and SST said beside. */
  warnings: string[]
}

export type App = {
  name: string
  removal: "remove" | "retain" | "retain-all"
  protect: boolean
  home: string
  /** `{ aws: { version: "7.20.0", region: "eu-central-1", defaultTags: { tags } } }` */
  providers: Record<string, Record<string, unknown>>
}

/**
 * One thing that would be made. Secrets are `{ "$secret": value }`, all of them fakes; files are `{ "$asset": path }`; paths of the project
 * are relative to it, and what a build leaves stands under `.sst`.
 */
export type Resource = {
  urn: string
  /** `aws:lambda/function:Function` */
  type: string
  /** Its logical name: `ConnectFunction`. */
  name: string
  /** Made by a provider; a component is not. */
  custom: boolean
  parent?: string
  /** As AWS might name it; made up. */
  id?: string
  arn?: string
  inputs: Record<string, unknown>
  options: Options
}

export type Options = {
  protect?: true
  retainOnDelete?: true
  deleteBeforeReplace?: true
  ignoreChanges?: string[]
  replaceOnChanges?: string[]
  /** URNs of all it waits for, those its inputs come from among them. */
  dependsOn?: string[]
  /** Its provider's URN, where that is not the stage's own: certificates of the CDN are made in us-east-1. */
  provider?: string
  import?: string
}

/** A function's code, what lies beside it, and what its `Resource` knows. Nothing is bundled for live debugging: then all sizes are 0. */
export type Bundle = Beside & {
  handler: string
  /** Of code that a start reads, and of code that is read only when asked for. */
  bytes: number
  lateBytes: number
  zipBytes: number
  resources: Record<string, Record<string, unknown>>
}

/** An input that looks as if an Output had been used for its value. `path`: `environment.variables.SITE_URL`. */
export type Suspicion = { urn: string; path: string; value: string }

/** What the child process that does the work is told; it answers with a file. */
export type Order = { stage: string; dev: boolean; config: string; work: string; answer: string }

/** The configuration cannot be planned; the message is for people. */
export class PlanError extends Error {
  override name = "PlanError"
}

/**
 * Runs the configuration as SST would and returns what it would make, without an account and without a network.
 * `config`: another than `sst.config.ts`; handlers still count from the project's folder.
 * `env`: what the configuration finds in `process.env`, beside PATH and HOME; by default what we have, without AWS credentials.
 * @throws {PlanError} when the configuration throws, leaves something unfinished or names a handler that is not there.
 */
export async function plan(options: {
  stage: string
  dev?: boolean
  env?: Record<string, string>
  config?: string
}): Promise<Plan> {
  const work = await mkdtemp(path.join(await realpath(os.tmpdir()), "spec-wizard-plan-"))
  const remove = () => rmSync(work, { recursive: true, force: true })
  process.once("exit", remove) // somebody may be tired of waiting
  try {
    const order: Order = {
      stage: options.stage,
      dev: options.dev ?? false,
      config: path.resolve(ROOT, options.config ?? "sst.config.ts"),
      work,
      answer: path.join(work, "answer.json"),
    }
    // A process of its own: Pulumi keeps one stack per process, SST changes the folder, and randomness is pinned.
    const { code, said } = await runNode([path.join(import.meta.dirname, "evaluate.ts"), JSON.stringify(order)], {
      cwd: ROOT,
      env: { ...(options.env ? { ...machine(), ...options.env } : ours()), NODE_NO_WARNINGS: "1", NO_COLOR: "1" },
    })
    const text = await readFile(order.answer, "utf8").catch(() => undefined)
    if (text === undefined) throw new PlanError(`planning ended with ${code}, and said: ${said || "nothing"}`)
    const answer: { plan: Omit<Plan, "warnings"> } | { error: string } = JSON.parse(text)
    if ("error" in answer) throw new PlanError(answer.error)
    return { ...answer.plan, warnings: [...new Set(said.split("\n").filter((line) => line.trim() !== ""))] }
  } finally {
    process.removeListener("exit", remove)
    remove()
  }
}

const machine = () => pick((name) => ["PATH", "HOME", "TMPDIR", "TEMP", "SystemRoot"].includes(name))

/** AWS_REGION is a choice, not a credential. */
const ours = () => pick((name) => name === "AWS_REGION" || !/^(AWS|SST|PULUMI|NODE|VITEST)(_|$)/.test(name))

const pick = (keep: (name: string) => boolean) =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => keep(name)))
