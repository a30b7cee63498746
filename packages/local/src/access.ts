import { randomBytes } from "node:crypto"
import * as log from "@spec-wizard/core/log"
import type { Rights } from "@spec-wizard/infra/functions"

/** The key of whoever owns this machine: the runtime itself, tests, tools. It may do everything. */
const OWNER = "local"

/** The access key id that a function's calls are signed with. */
export const keyOf = (functionName: string) => `${OWNER}-${functionName}`

/**
 * With which every key's signatures are made, another one with each process: no web page may sign for the one service that it could reach, the
 * object storage, which alone verifies them.
 */
export const SECRET_KEY = randomBytes(24).toString("base64url")

/** One thing that a call asks to do, in IAM's words: `dynamodb:PutItem` on `table`. */
export type Ask = { action: string; resource: string; isGranted(rights: Rights): boolean }

/** Why a call is refused, as AWS says it. */
export type Refusal = {
  type: "MissingAuthenticationTokenException" | "UnrecognizedClientException" | "AccessDeniedException"
  message: string
}

type Caller = { name: string; rights: Rights }

/** IAM, as far as `infra/functions.ts` has it: who signed a call, and whether they may do what it asks. */
export class Access {
  readonly #functions: Map<string, Caller>

  constructor(rights: Record<string, Rights>) {
    this.#functions = new Map(Object.entries(rights).map(([name, rights]) => [keyOf(name), { name, rights }]))
  }

  /** Undefined when the call may go on. Everything that is missing is logged, not only the first. */
  refusal(authorization: string | undefined, asks: readonly Ask[]): Refusal | undefined {
    const key = authorization === undefined ? undefined : signer(authorization)
    if (key === OWNER) return undefined
    if (key === undefined)
      return { type: "MissingAuthenticationTokenException", message: "Missing Authentication Token" }
    const caller = this.#functions.get(key)
    if (!caller)
      return {
        type: "UnrecognizedClientException",
        message: "The security token included in the request is invalid.",
      }
    const [first] = missing(caller, asks)
    if (!first) return undefined
    const { action, resource } = first
    return {
      type: "AccessDeniedException",
      message: `User: ${caller.name} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    }
  }

  /** Whether there is such a key. */
  has(key: string): boolean {
    return key === OWNER || this.#functions.has(key)
  }

  /** For a service that has verified the signature itself. */
  isGranted(key: string, ask: Ask): boolean {
    if (key === OWNER) return true
    const caller = this.#functions.get(key)
    return caller !== undefined && missing(caller, [ask]).length === 0
  }
}

/** Logged, each of them. */
function missing(caller: Caller, asks: readonly Ask[]): Ask[] {
  const missing = asks.filter((ask) => !ask.isGranted(caller.rights))
  for (const { action, resource } of missing)
    log.error("rights.missing", {
      function: caller.name.toLowerCase(),
      action: action.replace(":", ".").toLowerCase(),
      resource: resource.toLowerCase(),
    })
  return missing
}

/** The access key id in a signature of version 4. */
const signer = (authorization: string): string | undefined =>
  /^AWS4-HMAC-SHA256 .*?Credential=([^/,\s]+)/.exec(authorization)?.[1]
