import { LambdaClient } from "@aws-sdk/client-lambda"
import { system } from "@spec-wizard/core/clock"
import * as Gateway from "@spec-wizard/core/connection/gateway"
import { lazy } from "@spec-wizard/core/lazy"
import * as Settings from "@spec-wizard/core/settings"
import { Table } from "@spec-wizard/core/table"
import { Resource } from "sst"
import { invoke } from "./invoke.ts"

/** The only file of this package that reads `Resource` or the environment. */
const stored = {
  clock: () => system,
  settings: () => Settings.parse(process.env),
  table: () => new Table({ name: Resource.Table.name, clock: system }),
}

// Marked pure, so that a bundle which needs one of them drops the other and the AWS clients behind it.

/** For `$connect` and `$disconnect`, which only write. */
export const store = /* @__PURE__ */ lazy(stored)

/** For handlers that also post to connections and start replies. */
export const deps = /* @__PURE__ */ lazy({
  ...stored,
  gateway: () => Gateway.connect(Resource.Chat.managementEndpoint),
  start: () => invoke(new LambdaClient({ maxAttempts: 2 }), Resource.Reply.name),
})
export type Deps = typeof deps
