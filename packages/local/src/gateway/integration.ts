import { type Lambda, type Outcome, timedOut } from "../lambda.ts"

/** How long a gateway waits for its function. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
export const INTEGRATION_MS = 29_000

/** A gateway's call of its function. What the function does after the gateway gave up is nobody's answer. */
export async function integrate(lambda: Lambda, name: string, event: unknown, timeoutMs: number): Promise<Outcome> {
  const { promise: timeout, resolve } = Promise.withResolvers<Outcome>()
  const timer = setTimeout(() => resolve(timedOut(timeoutMs)), timeoutMs)
  return await Promise.race([lambda.invoke(name, event), timeout]).finally(() => clearTimeout(timer))
}
