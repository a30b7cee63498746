import type { IncomingMessage } from "node:http"
import { isLoopback } from "../environment.ts"

/** Web sites must not move the clock or call functions through a visitor's browser, under their own name or a rebound one. */
export function isOurs({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers
  return isLoopback(`http://${host}`) && (origin === undefined || origin === `http://${host}`)
}
