import type { Habits } from "./habits.ts"
import { isObject } from "./proposal/value.ts"

/** Fields that an answer can do without. The ones behind an arrow go by another name where the first is refused. */
const OPTIONAL: Readonly<Record<string, string | undefined>> = {
  temperature: undefined,
  top_p: undefined,
  stream_options: undefined,
  tool_choice: undefined,
  parallel_tool_calls: undefined,
  store: undefined,
  reasoning: undefined,
  reasoning_effort: undefined,
  thinking: undefined,
  output_config: undefined,
  include: undefined,
  max_completion_tokens: undefined,
  max_tokens: "max_completion_tokens",
}

/** Words of a server that does not want a field, and of none that only dislikes what was asked. */
const REFUSAL =
  /unsupported|not support|unknown|unrecogni[sz]ed|unexpected|not permitted|not allowed|extra (?:inputs|fields)|deprecated|invalid|must be|use '?max_completion_tokens|cannot be (?:set|used)|incompatible/i

/**
 * Sends a request without the fields that its endpoint refuses. Which those are, the endpoint says with a 400 that names one: then the
 * request is sent again without it, and so are all that follow in this process.
 */
export function yielding(send: typeof fetch, { refused }: Habits, required: readonly string[] = []): typeof fetch {
  return async (input, init) => {
    for (;;) {
      const body = fitted(init?.body, refused)
      const response = await send(input, body === undefined ? init : { ...init, body: JSON.stringify(body) })
      if (body === undefined || (response.status !== 400 && response.status !== 422)) return response
      const text = await response.text()
      const field = refusedIn(text, body)
      if (field === undefined || refused.has(field) || required.includes(field))
        return new Response(text, { status: response.status, headers: response.headers })
      refused.add(field)
    }
  }
}

/** Undefined for a body that is no JSON of ours. */
function fitted(body: unknown, refused: ReadonlySet<string>): Record<string, unknown> | undefined {
  if (typeof body !== "string") return undefined
  const value: unknown = JSON.parse(body)
  if (!isObject(value)) return undefined
  for (const field of Object.keys(OPTIONAL)
    .filter((name) => refused.has(name) && name in value)
    .toReversed()) {
    const other = OPTIONAL[field]
    if (other !== undefined && !refused.has(other)) value[other] = value[field]
    delete value[field]
  }
  return value
}

/** OpenAI's errors name the field apart; others only in their sentence. */
function refusedIn(text: string, body: Record<string, unknown>): string | undefined {
  const sent = Object.keys(OPTIONAL).filter((field) => field in body)
  const named = /"param"\s*:\s*"(\w+)/.exec(text)?.[1]
  if (named !== undefined && sent.includes(named)) return named
  if (!REFUSAL.test(text)) return undefined
  return sent.find((field) => new RegExp(`(?<!\\w)${field}(?!\\w)`).test(text))
}
