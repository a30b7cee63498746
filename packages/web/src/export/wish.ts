import { ApiError } from "@spec-wizard/client"
import { keep, recall } from "../storage.ts"
import { api } from "./api.ts"
import type { Export } from "./export.ts"
import type { Paper } from "./paper.ts"

export const forms = ["full", "short"] as const
export type Choice = { paper: Paper; form: (typeof forms)[number] }

/** `version`: of the document that is looked at. Without an address it is only downloaded. */
export type Wish = Choice & { version: number; email?: string }

/**
 * A wish has one Idempotency-Key until the server has answered, also over a reload, and in another tab: after a lost answer there is
 * still one file and one mail. The same of a later version is another wish.
 */
export async function ask(sessionId: string, wish: Wish): Promise<Export> {
  const { paper, form, version, email } = wish
  const name = `wish.${sessionId}.${JSON.stringify([paper, form, version, email])}`
  const key = recall(name) ?? crypto.randomUUID()
  keep(name, key)
  const input = { format: "pdf", paper, form, ...(email !== undefined && { email }) } as const
  try {
    const { export: asked } = await api.sessions.export(sessionId, input, { key })
    keep(name, "")
    return asked
  } catch (cause) {
    if (cause instanceof ApiError && cause.code === "body.invalid") keep(name, "") // nothing can have come of it
    throw cause
  }
}
