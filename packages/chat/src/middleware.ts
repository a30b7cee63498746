import middy, { type MiddlewareObj } from "@middy/core"
import * as Connection from "@spec-wizard/core/connection"
import { internal, VisibleError } from "@spec-wizard/core/error"
import * as Json from "@spec-wizard/core/json"
import * as Log from "@spec-wizard/core/log"
import type * as ServerFrame from "@spec-wizard/core/protocol/server-frame"
import { MAX_FRAME_BYTES } from "@spec-wizard/core/protocol/socket"
import { minorOf, parseOf } from "@spec-wizard/core/protocol/version"
import type * as z from "zod/mini"
import type { Deps } from "./deps.ts"
import { paced } from "./pace.ts"
import type { SocketEvent, SocketResult } from "./socket-event.ts"

export type Received<Frame> = { connection: Connection.Info; frame: Frame; ip: string }

/** A handler for one kind of frame: known connection, parsed frame, and every refusal answered with an error frame. */
export function onFrame<Schema extends z.ZodMiniType>(
  deps: Deps,
  schema: Schema,
  run: (received: Received<z.output<Schema>>) => Promise<void>,
) {
  return middy<Knowing<z.output<Schema>>, SocketResult>()
    .use(answersErrors(deps))
    .use(paced(deps))
    .use(knowsConnection(deps))
    .use(parsesFrame(schema))
    .handler(async (event) => {
      await run({ connection: event.connection, frame: event.frame, ip: event.requestContext.identity.sourceIp })
      return OK
    })
}

const OK: SocketResult = { statusCode: 200 }

/** The event, with what the middlewares found out. */
type Knowing<Frame> = SocketEvent & { connection: Connection.Info; frame: Frame }
type Middleware<Frame> = MiddlewareObj<Knowing<Frame>, SocketResult>

export class FrameInvalidError extends VisibleError {
  constructor(detail: string) {
    super("input", "frame.invalid", detail)
  }
}

export class FrameTooLargeError extends VisibleError {
  constructor() {
    super("too_large", "frame.too_large", "That was too long for one message. Please send it in parts.")
  }
}

/** A frame from a connection nobody opened closes it. */
function knowsConnection<Frame>(deps: Deps): Middleware<Frame> {
  return {
    before: async ({ event }) => {
      const { connectionId } = event.requestContext
      const connection = await Connection.get(deps, connectionId)
      if (!connection) {
        await deps.gateway.close(connectionId)
        return OK
      }
      event.connection = connection
    },
  }
}

function parsesFrame<Schema extends z.ZodMiniType>(schema: Schema): Middleware<z.output<Schema>> {
  return {
    before: ({ event }) => {
      const { body = "", isBase64Encoded } = event
      if (isBase64Encoded) throw new FrameInvalidError("Frames are text, not binary.")
      if (Buffer.byteLength(body) > MAX_FRAME_BYTES) throw new FrameTooLargeError()
      const sent = Json.parse(body, "frame.invalid")
      const result = parseOf(minorOf(Object(sent).minor) ?? event.connection.minor, schema, sent)
      if (!result.success) {
        // The names of our own fields may be told; names and values that the client made up may not.
        const [issue] = result.error.issues
        const where = issue?.code === "unrecognized_keys" ? "it has a field that does not belong there" : issue?.path[0]
        throw new FrameInvalidError(`This frame cannot be read: ${String(where ?? "its action is not known")}.`)
      }
      event.frame = result.data
    },
  }
}

/** Nothing is thrown at the gateway: its own error frame says less. */
function answersErrors<Frame>(deps: Deps): Middleware<Frame> {
  return {
    onError: async (request) => {
      const { connectionId, requestId } = request.event.requestContext
      const error: unknown = request.error
      if (!(error instanceof VisibleError)) Log.error("frame.failed", { connectionId, requestId }, error)
      else Log.info("frame.refused", { connectionId, requestId, code: error.code })
      const answer: ServerFrame.Problem = {
        type: "error",
        ...(error instanceof VisibleError
          ? { code: error.code, detail: error.message, ...(error.retryAfter && { retryAfter: error.retryAfter }) }
          : { code: internal.code, detail: internal.message }),
        ...idOf(request.event.body),
        requestId,
      }
      try {
        await deps.gateway.post(connectionId, answer)
      } catch (unreachable) {
        Log.warn("frame.answer_failed", { connectionId, requestId }, unreachable)
      }
      request.response = OK
    },
  }
}

/** The frame's own id, when it has one that can be trusted to be an id: the client matches the refusal to its message by it. */
function idOf(body = ""): { id?: string } {
  const id = /"id"\s*:\s*"([A-Za-z0-9_-]{8,64})"/.exec(body)?.[1]
  return id ? { id } : {}
}
