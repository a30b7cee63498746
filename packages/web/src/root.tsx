import type { Api } from "@spec-wizard/client"
import type { VNode } from "preact"
import { useState } from "preact/hooks"
import { App } from "./app.tsx"
import type { Talk } from "./talk.ts"

/** The conversation, or the page that took its place when the visitor left it for good. */
export function Root({ api, talk }: { api: Api; talk: Talk }) {
  const [page, setPage] = useState<VNode>()
  const leave = (next: VNode) => {
    setPage(next)
    talk.close()
  }
  return page ?? <App api={api} talk={talk} onLeave={leave} />
}
