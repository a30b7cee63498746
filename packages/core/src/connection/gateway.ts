import { setTimeout as sleep } from "node:timers/promises"
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  GoneException,
  PostToConnectionCommand,
} from "@aws-sdk/client-apigatewaymanagementapi"
import type * as ServerFrame from "../protocol/server-frame.ts"

/** Where frames leave for connections. */
export interface Gateway {
  /** "gone" when the gateway no longer knows the connection. Throws when three tries failed; whether the frame arrived is then unknown. */
  post(connectionId: string, frame: ServerFrame.Info): Promise<"sent" | "gone">
  close(connectionId: string): Promise<void>
}

const TRIES = 3

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html */
export function connect(endpoint: string): Gateway {
  const client = new ApiGatewayManagementApiClient({
    endpoint,
    maxAttempts: 1, // `post` counts its own tries: the SDK would wait longer than a stream can
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  })
  return {
    async post(connectionId, frame) {
      const command = new PostToConnectionCommand({ ConnectionId: connectionId, Data: JSON.stringify(frame) })
      for (let attempt = 1; ; attempt++) {
        try {
          await client.send(command)
          return "sent"
        } catch (error) {
          if (error instanceof GoneException) return "gone"
          if (attempt === TRIES || !passing(error)) throw error
          await sleep(Math.random() * 50 * 3 ** attempt)
        }
      }
    },
    async close(connectionId) {
      try {
        await client.send(new DeleteConnectionCommand({ ConnectionId: connectionId }))
      } catch (error) {
        if (!(error instanceof GoneException)) throw error
      }
    },
  }
}

/** Throttled, failing or out of reach for the moment; a frame the gateway calls too large or forbidden is not. */
function passing(error: unknown): boolean {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode // the SDK's errors carry it
  return status === undefined || status === 429 || status >= 500
}
