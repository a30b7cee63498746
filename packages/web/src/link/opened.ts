import type { Api } from "@spec-wizard/client"
import { keep, recall } from "../storage.ts"
import type { Opened } from "./wanted.ts"

const KEPT = 10
/** Enough to tell a link from another, and nothing that opens one. */
const nameOf = (token: string) => token.slice(0, 8)

const entries = () => (recall("opened") ?? "").split(" ").filter(Boolean)

/** What this browser has opened by which link, for whoever follows it a second time. */
export const rememberOpened = (token: string, { id }: Opened) =>
  keep("opened", [...entries(), `${nameOf(token)}:${id}`].slice(-KEPT).join(" "))

/** The conversation that this link has opened here, while this browser may open it. Any other would be one that nobody asked for. */
export async function findOpened(api: Api, token: string): Promise<Opened | undefined> {
  const known = entries().find((entry) => entry.startsWith(`${nameOf(token)}:`))
  if (!known) return undefined
  const { sessions } = await api.sessions.list().catch(() => ({ sessions: [] }))
  return sessions.find(({ id }) => known.endsWith(`:${id}`))
}
