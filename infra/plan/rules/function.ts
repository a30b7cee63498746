import * as Settings from "@spec-wizard/core/settings"
import { type Definition, functions, type LinkName } from "../../functions.ts"
import type { Plan, Resource } from "../plan.ts"
import { at, list, ofType, type Rule, text } from "./rule.ts"

const KB = 1024

/** What a cold start may weigh, and all of a function that reads parts of itself later. @see bench/RESULTS.md */
const MAX_KB: Record<string, number> = {
  Connect: 400,
  Disconnect: 400,
  SendMessage: 450,
  Default: 450,
  Sweep: 450,
  Reply: 550,
  Api: 575,
  Maintain: 450,
  Mail: 650,
  MailEvents: 400,
  Erase: 700,
  Export: 450,
  Render: 600,
  Count: 400,
  OutboxSweep: 400,
}
const MAX_WHOLE_KB = 1_900

/** Lambda takes 250 MB, unpacked; beyond 150 somebody should have thought about it. */
const MAX_UNPACKED_MB = 150

/** What is told about each link; resource.d.ts says what it is for. */
const KNOWN: Record<LinkName, string[]> = {
  Table: ["name"],
  Ledger: ["name"],
  Chat: ["url", "managementEndpoint"],
  Reply: ["name"],
  Render: ["name"],
  KeyRing: ["id"],
  Seal: ["publicKey"],
  ModelKey: ["id"],
  DownloadKey: ["id"],
  Mailing: ["configurationSet"],
  Files: ["name"],
  Downloads: ["distribution"],
  MailQueue: ["url"],
  EraseQueue: ["url"],
  ExportQueue: ["url"],
}

/** Beside the settings: what SST and the one function need. */
const OTHERS: Record<string, string[]> = { Api: ["ORIGIN_SECRET_SHA256"] }

const definitions: [string, Definition][] = Object.entries(functions)

const planned = (plan: Plan, name: string): Resource | undefined =>
  ofType(plan, "aws:lambda/function:Function").find((one) => one.name === `${name}Function`)

/** A rule about each function of functions.ts as it is planned. */
const ofEach = (
  promise: string,
  wrong: (name: string, plan: Plan, inputs: unknown) => Iterable<string | false>,
): Rule => ({
  promise,
  *faults(plan) {
    for (const [name] of definitions) {
      const resource = planned(plan, name)
      if (!resource) yield { where: name, what: "is not planned" }
      else for (const what of wrong(name, plan, resource.inputs)) if (what) yield { where: name, what }
    }
  },
})

export const functionRules: Rule[] = [
  {
    promise: "every function is one of functions.ts",
    *faults(plan) {
      for (const { name } of ofType(plan, "aws:lambda/function:Function"))
        if (!definitions.some(([own]) => name === `${own}Function`)) yield { where: name, what: "stands nowhere there" }
    },
  },
  ofEach("handlers are what functions.ts says, and were built", (name, plan, inputs) => {
    if (plan.dev) return [] // live debugging puts a bridge in their place
    const { handler } = functions[name as keyof typeof functions] // the names of that very list
    return [
      text(inputs, "handler") !== handler && `starts ${text(inputs, "handler")}`,
      plan.functions[name] === undefined && "was not built",
    ]
  }),
  ofEach("functions run on Node 24 and arm64, with the memory and time of functions.ts", (name, plan, inputs) => {
    const { memoryMb, timeoutSeconds } = functions[name as keyof typeof functions]
    return [
      at(inputs, "memorySize") !== memoryMb && `has ${at(inputs, "memorySize")} MB`,
      at(inputs, "timeout") !== timeoutSeconds && `has ${at(inputs, "timeout")} s`,
      !plan.dev && text(inputs, "runtime") !== "nodejs24.x" && `runs on ${text(inputs, "runtime")}`,
      !plan.dev &&
        list(inputs, "architectures").join() !== "arm64" &&
        `runs on ${list(inputs, "architectures").join()}`,
    ]
  }),
  ofEach("logs are JSON, in a group of the function's own", (_, __, inputs) => [
    text(inputs, "loggingConfig.logFormat") !== "JSON" && "logs text",
    text(inputs, "loggingConfig.logGroup") === "" && "logs to a group that keeps everything for ever",
  ]),
  ofEach("the environment is complete, readable, and holds nothing else", (name, _, inputs) => {
    const env = at(inputs, "environment.variables") as Record<string, string> | undefined // names to values; SST's own may be secrets
    const known = [...Object.keys(Settings.Info.shape), ...(OTHERS[name] ?? [])]
    const given = Object.keys(env ?? {}).filter((one) => !one.startsWith("SST_"))
    return [
      ...known.filter((one) => env?.[one] === undefined).map((one) => `lacks ${one}`),
      ...given.filter((one) => !known.includes(one)).map((one) => `has ${one}, which nobody reads`),
      ...["SST_KEY", "SST_KEY_FILE", "SST_RESOURCE_App"].filter((one) => !env?.[one]).map((one) => `lacks ${one}`),
      ...unreadable(Object.fromEntries(given.map((one) => [one, env?.[one]]))),
    ]
  }),
  ofEach("each function's Resource knows what functions.ts links, and nothing else", (name, plan) => {
    const { linked }: Definition = functions[name as keyof typeof functions]
    const known = plan.functions[name]?.resources ?? {}
    const wanted = linked.flatMap((link) => KNOWN[link].map((property) => `${link}.${property}`))
    const found = Object.entries(known).flatMap(([link, { type: _, ...properties }]) =>
      Object.entries(properties).flatMap(([property, value]) => (value ? [`${link}.${property}`] : [])),
    )
    return [
      ...wanted.filter((one) => !found.includes(one)).map((one) => `does not know ${one}`),
      ...found.filter((one) => !wanted.includes(one)).map((one) => `knows ${one}`),
    ]
  }),
  ofEach("bundles are small enough to start quickly", (name, plan) => {
    const { bytes = 0, lateBytes = 0 } = plan.functions[name] ?? {}
    const weighs = (some: number, most: number) =>
      !plan.dev && some > most * KB && `weighs ${Math.round(some / KB)} KB, not at most ${most}`
    return [weighs(bytes, MAX_KB[name] ?? 0), weighs(bytes + lateBytes, MAX_WHOLE_KB)]
  }),
  ofEach("what no bundle can hold lies beside it, of one version and for arm64, and all of it fits", (name, plan) => {
    const { install = [], copies = [] }: Definition = functions[name as keyof typeof functions]
    const { bytes = 0, lateBytes = 0, besideBytes = 0, installed = {}, copied = [] } = plan.functions[name] ?? {}
    const megabytes = Math.ceil((bytes + lateBytes + besideBytes) / KB / KB)
    const packages = Object.entries(installed)
    return [
      ...install.filter((one) => !plan.dev && !(one in installed)).map((one) => `lacks ${one}`),
      ...install
        .filter((one) => !plan.dev && !(`${one}-linux-arm64-gnu` in installed))
        .map((one) => `has ${one} for the machine that deploys`),
      ...packages.filter(([, version]) => !/^\d/.test(version)).map(([one, version]) => `has ${one} ${version}`),
      ...copies.filter(({ to }) => !plan.dev && !copied.includes(to)).map(({ to }) => `lacks ${to}`),
      megabytes > MAX_UNPACKED_MB && `weighs ${megabytes} MB unpacked, not at most ${MAX_UNPACKED_MB}`,
    ]
  }),
  ofEach("what is started without waiting is tried as often as functions.ts says, and never late", (name, plan) => {
    const { asynchronous }: Definition = functions[name as keyof typeof functions]
    if (!asynchronous) return []
    const config = ofType(plan, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").find(
      (one) => one.name === `${name}EventInvokeConfig`,
    )?.inputs
    return [
      at(config, "maximumRetryAttempts") !== asynchronous.retries &&
        `is tried again by Lambda ${at(config, "maximumRetryAttempts")} times`,
      at(config, "maximumEventAgeInSeconds") !== asynchronous.maxEventAgeSeconds && "may start much later",
    ]
  }),
]

function* unreadable(env: Record<string, string | undefined>): Iterable<string> {
  try {
    const { siteUrl } = Settings.parse(env)
    if (!siteUrl.startsWith("https://")) yield `says the site is ${siteUrl}`
  } catch (error) {
    yield error instanceof Error ? error.message : "cannot be read"
  }
}
