import { randomUUID } from "node:crypto"
import type { Jar } from "./jar.ts"

export type Export = {
  id: string
  status: string
  version: number
  sizeBytes?: number
  email?: string
  error?: string
}

/** Asks for a PDF; without an address, to download alone. */
export const exportTo = (jar: Jar, sessionId: string, email?: string, key: string = randomUUID(), more: object = {}) =>
  jar.call(
    "POST",
    `/v1/sessions/${sessionId}/exports`,
    { format: "pdf", ...(email !== undefined && { email }), ...more },
    { "idempotency-key": key },
  )

export const exportOf = ({ body }: { body: unknown }) => (body as { export: Export }).export // what the routes answer

export async function exported(jar: Jar, sessionId: string, id: string): Promise<Export> {
  return exportOf(await jar.call("GET", `/v1/sessions/${sessionId}/exports/${id}`))
}

/** The bytes that a browser gets which follows the download's link; the status alone when there is none. */
export async function downloaded(jar: Jar, sessionId: string, id: string): Promise<Buffer | number> {
  const { status, headers } = await jar.call("GET", `/v1/sessions/${sessionId}/exports/${id}/download`)
  if (status !== 302) return status
  const answer = await fetch(String(headers["location"]))
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : answer.status
}
