/**
 * The process that runs the configuration: `evaluate.ts '<Order as JSON>'`. Its answer is a file, `{ plan }` or `{ error }`, so that
 * whatever the configuration prints cannot be taken for it.
 */
import { existsSync, statSync, writeFileSync } from "node:fs"
import { readFile, symlink } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { pathToFileURL } from "node:url"
import { ROOT } from "../bundle/bundle.ts"
import { EXAMPLE } from "../sender.ts"
import { readApp } from "./app.ts"
import { bundleStack } from "./bundle-stack.ts"
import { type Built, startCli } from "./cli.ts"
import { explain } from "./explain.ts"
import { fakeSecrets, pinRandomness } from "./fakes.ts"
import { watchOutputs } from "./lost-outputs.ts"
import { Recorder } from "./monitor.ts"
import type { App, Bundle, Order, Plan, Suspicion } from "./plan.ts"
import { loadPulumi, type Pulumi } from "./pulumi.ts"
import { readable } from "./readable.ts"
import { suspicious } from "./suspicious.ts"

const PLATFORM = path.join(ROOT, ".sst/platform")

// The parent process writes the order, with the same type.
const order: Order = JSON.parse(process.argv[2] ?? "")

process.setSourceMapsEnabled(true)
process.on("unhandledRejection", fail).on("uncaughtException", fail)
const fakes = fakeSecrets()
pinRandomness()
// A deployment stops there; a plan goes on and says so.
const isSenderAssumed = !process.env["MAIL_FROM"]?.trim() && !process.env["SITE_DOMAIN"]
if (isSenderAssumed) process.env["MAIL_FROM"] = EXAMPLE

const app = await readApp(order.config, order.stage)
const region = String(app.providers["aws"]?.["region"] ?? "us-east-1")
const cli = await startCli({ work: order.work, region })
Object.assign(process.env, { SST_SERVER: cli.url, SST_AWS_REGION: region })

const file = path.join(order.work, "stack.mjs")
await symlink(path.join(PLATFORM, "node_modules"), path.join(order.work, "node_modules"), "junction")
await bundleStack({
  config: order.config,
  root: ROOT,
  platform: PLATFORM,
  file,
  providers: await installedProviders(),
  define: {
    $app: { ...app, stage: order.stage },
    $cli: {
      command: order.dev ? "dev" : "deploy",
      dev: order.dev,
      paths: { home: os.homedir(), root: ROOT, work: order.work, platform: PLATFORM },
      state: { version: {} },
    },
    $dev: order.dev,
  },
})

const pulumi = loadPulumi(PLATFORM)
const recorder = new Recorder({ project: app.name, stage: order.stage, region })
pulumi.runtime.setMockOptions(recorder, app.name, order.stage, false)
await pulumi.runtime.awaitFeatureSupport()
pulumi.runtime.setAllConfig(settingsOf(app))

// A stack, for SST registers what it does to every resource with it. Pulumi, too, takes it for done when nothing is left to do.
let lost: () => Promise<Suspicion[]> = async () => []
let isDone = false
process.once("beforeExit", () => finish(pulumi, recorder, cli.built))
await pulumi.runtime.runInPulumiStack(async () => {
  lost = watchOutputs(pulumi)
  const { program } = await import(pathToFileURL(file).href)
  return program()
})
isDone = true

async function finish({ leakedPromises }: Pulumi, recorder: Recorder, built: Map<string, Built>): Promise<void> {
  const [leaked] = leakedPromises()
  if (!isDone || leaked.size > 0) {
    fail(new Error(unfinished([...leaked].map((promise) => promise._debugCtx))))
    return
  }
  const { _protect, ...outputs } = recorder.outputs
  const secrets = [...recorder.secrets, ...fakes]
  const isSecret = (text: string) => secrets.some((secret) => text.includes(secret))
  const reader = { shorten, isSecret }
  const plan: Omit<Plan, "warnings"> = {
    app,
    stage: order.stage,
    region,
    dev: order.dev,
    isSenderAssumed,
    outputs: readable(outputs, reader),
    resources: recorder.resources
      .map((resource) => ({ ...resource, inputs: readable(resource.inputs, reader) }))
      .sort((one, other) => compare(one.urn, other.urn)),
    functions: Object.fromEntries([...built].map(([name, each]) => [name, bundleOf(name, each)] as const).sort()),
    suspicious: [],
  }
  const odd = [{ urn: "outputs", inputs: plan.outputs }, ...plan.resources].flatMap(({ urn, inputs }) =>
    suspicious(urn, inputs, isSecret),
  )
  plan.suspicious = [...odd, ...(await lost())].sort((one, other) => compare(one.urn, other.urn))
  writeFileSync(order.answer, JSON.stringify({ plan }))
}

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other))

/** `waiting`: `transferProperty(resource:Jobs[aws:sqs/queue:Queue], arn, undefined)` and the like, for every property of each. */
function unfinished(waiting: (string | undefined)[]): string {
  const resources = new Set(waiting.map((context) => /resource:([^[\]]+\[[^\]]+\])/.exec(context ?? "")?.[1]))
  const names = [...resources].filter((name) => name !== undefined)
  return names.length > 0
    ? `the configuration ended while these waited for something that never came: ${names.join(", ")}`
    : "run() waits for something that never comes"
}

/** SST's component wrote the zip, as it does on every deployment. */
function bundleOf(name: string, { out: _, ...built }: Built): Bundle {
  const zip = path.join(order.work, "artifacts", name, "code.zip")
  return { ...built, zipBytes: existsSync(zip) ? statSync(zip).size : 0 }
}

function fail(error: unknown): void {
  writeFileSync(order.answer, JSON.stringify({ error: explain(error) }))
  process.exit(1)
}

/** What `sst install` chose: `{ aws: "@pulumi/aws" }`. */
async function installedProviders(): Promise<Record<string, string>> {
  const lock: { alias: string; package: string }[] = JSON.parse(
    await readFile(path.join(PLATFORM, "../provider-lock.json"), "utf8"),
  )
  return Object.fromEntries(lock.map((entry) => [entry.alias, entry.package]))
}

/** Providers' settings as Pulumi keeps them: text, or JSON. */
function settingsOf({ providers }: App): Record<string, string> {
  return Object.fromEntries(
    Object.entries(providers).flatMap(([provider, settings]) =>
      Object.entries(settings).map(([key, value]) => [
        `${provider}:${key}`,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    ),
  )
}

/** A folder that exists for this plan alone stands for `.sst`; paths of the project count from its root. */
function shorten(text: string): string {
  return text.replaceAll(order.work, ".sst").replaceAll(`${ROOT}${path.sep}`, "")
}
