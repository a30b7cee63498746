import type { IncomingHttpHeaders } from "node:http"
import type { Provider } from "./call.ts"
import { anthropic } from "./wire/anthropic.ts"
import { bedrock } from "./wire/bedrock.ts"
import { chat } from "./wire/chat.ts"
import { responses } from "./wire/responses.ts"
import type { Wire } from "./wire/wire.ts"

export type Route = { wire: Wire; provider: Provider }

/** OpenAI's chat completions stand at two paths, for the two kinds of clients cannot be told apart by what they send. */
const routes: Readonly<Record<string, Route>> = {
  "/anthropic/v1/messages": { wire: anthropic, provider: "anthropic" },
  "/openai/v1/responses": { wire: responses, provider: "openai" },
  "/openai/v1/chat/completions": { wire: chat, provider: "openai" },
  "/compatible/v1/chat/completions": { wire: chat, provider: "compatible" },
}

/** Bedrock has the model in the path. */
const CONVERSE = /^\/bedrock\/model\/([^/]+)\/converse-stream$/

export function routeOf(path: string): Route | undefined {
  const model = CONVERSE.exec(path)?.[1]
  return model === undefined ? routes[path] : { wire: bedrock(decodeURIComponent(model)), provider: "bedrock" }
}

export function keyOf(headers: IncomingHttpHeaders): string | undefined {
  const key = headers["x-api-key"] ?? /^Bearer\s+(.+)$/i.exec(headers.authorization ?? "")?.[1]
  return typeof key === "string" ? key : undefined
}
