import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda"
import type { Start } from "@spec-wizard/core/turn/recover"

/** Starts the worker asynchronously: returns as soon as Lambda has taken the event. A lost one is found by `sync` or the sweeper. */
export const invoke =
  (client: LambdaClient, functionName: string): Start =>
  async (turn) => {
    await client.send(
      new InvokeCommand({
        FunctionName: functionName,
        InvocationType: "Event",
        Payload: new TextEncoder().encode(JSON.stringify(turn)),
      }),
    )
  }
