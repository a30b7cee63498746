import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda"
import * as z from "zod/mini"
import type { FileTask } from "./file-task.ts"

/** How a task ended that `Render` was given. `failed`: it will never be anything else, however often it is tried. */
export const Rendered = z.object({ status: z.enum(["sent", "dropped", "failed"]) })
export type Rendered = z.infer<typeof Rendered>

/** It could not start, was killed, or said that it failed. `type` is Lambda's word for it. */
export class RenderFailedError extends Error {
  constructor(type: string) {
    super(`Render ended with ${type}`)
  }
}

/** Less than `Export` may take, and more than `Render` may take with its start. */
const ANSWER_MS = 95_000

const Failed = z.object({ errorType: z.string() })

/** Has `Render` make a file, and waits for it. @throws {RenderFailedError} */
export function invokeRender(functionName: string): (task: FileTask) => Promise<Rendered> {
  const client = new LambdaClient({
    maxAttempts: 1, // each try is counted where the task stands
    requestHandler: { connectionTimeout: 1_000, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true },
  })
  return async (task) => {
    const asked = new InvokeCommand({ FunctionName: functionName, Payload: JSON.stringify(task) })
    const { FunctionError, Payload } = await client.send(asked)
    const answer: unknown = JSON.parse(Payload?.transformToString() ?? "null")
    if (FunctionError !== undefined)
      throw new RenderFailedError(Failed.safeParse(answer).data?.errorType ?? FunctionError)
    return Rendered.parse(answer)
  }
}
