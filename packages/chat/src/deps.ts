import { system } from "@spec-wizard/core/clock"
import * as Gateway from "@spec-wizard/core/connection/gateway"
import { lazy } from "@spec-wizard/core/lazy"
import { Secret } from "@spec-wizard/core/secret"
import { KeyRing } from "@spec-wizard/core/secret/key-ring"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import { Resource } from "sst"
import { invoke } from "./invoke.ts"

/** The only file of this package that reads `Resource` or the environment. */
const clock = () => system
const settings = () => Settings.parse(process.env)
const table = () => new Table({ name: Resource.Table.name, clock: system, timeoutMs: settings().tableTimeoutMs })

// Marked pure, so that a bundle which needs one of the two drops the other and the AWS clients behind it.

/** For `$connect` and `$disconnect`, which only write. */
export const store = /* @__PURE__ */ lazy({ clock, settings, table })

/** For the worker, which also asks models. */
export const worker = /* @__PURE__ */ lazy({
  clock,
  settings,
  table,
  gateway: () => Gateway.connect(Resource.Chat.managementEndpoint),
  keyRing: () => new KeyRing({ id: Resource.KeyRing.id, clock: system }),
  modelKey: () =>
    new Secret({ id: Resource.ModelKey.id, clock: system, parse: (text) => (text === "none" ? undefined : text) }),
  stage: () => Resource.App.stage,
})

/** For handlers that also post to connections and start replies. */
export const deps = /* @__PURE__ */ lazy({
  clock,
  settings,
  table,
  gateway: () => Gateway.connect(Resource.Chat.managementEndpoint),
  /** For what only the worker may read. */
  sealKey: () => Resource.Seal.publicKey,
  start: () => {
    const region = process.env["AWS_REGION"] ?? "us-east-1"
    const endpoint = process.env["AWS_ENDPOINT_URL_LAMBDA"] ?? `https://lambda.${region}.amazonaws.com`
    return invoke({ functionName: Resource.Reply.name, region, endpoint })
  },
})
export type Deps = typeof deps
/** What a worker needs while it relays. */
export type WorkerDeps = Omit<Deps, "start" | "sealKey">
