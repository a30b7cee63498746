import type { IncomingHttpHeaders } from "node:http"
import * as z from "zod/mini"
import type { Ask } from "../access.ts"

/** An AWS service that this process answers for, below a path of its own. */
export type HostedService = {
  maxBytes: number
  tooLarge: ServiceError
  /** What a call asks to do. */
  asks(call: Call): Ask[]
  /** @throws {ServiceError} for what the service itself refuses */
  answer(call: Call): Promise<Answer>
}

export type Call = {
  method: string
  /** Below the service's own path: `/v2/email/outbound-emails`. */
  path: string
  /** `SendMessage`, where the protocol has it in a header; otherwise empty. */
  action: string
  headers: IncomingHttpHeaders
  body: Buffer
}

export type Answer = { status: number; type: string; body: string }

/** A refusal in AWS's words. */
export class ServiceError extends Error {
  readonly status: number
  readonly type: string

  constructor(status: number, type: string, message: string) {
    super(message)
    this.status = status
    this.type = type
  }
}

/** What a call says. @throws {ServiceError} of that type when it is not what the schema asks for */
export function parseCall<Schema extends z.ZodMiniType>(
  schema: Schema,
  call: Call,
  errorType: string,
): z.output<Schema> {
  const parsed = schema.safeParse(jsonOf(call))
  if (parsed.success) return parsed.data
  throw new ServiceError(400, errorType, `${parsed.error.issues[0]?.path.join(".") || "The request"} is not usable.`)
}

/** One text that a call says, if it does. */
export function textOf(call: Call, field: string): string | undefined {
  return z.record(z.string(), z.unknown()).safeParse(jsonOf(call)).data?.[field]?.toString()
}

function jsonOf({ body }: Call): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    return undefined
  }
}
