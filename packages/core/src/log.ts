/**
 * One JSON line per entry, on stdout. Nothing a visitor typed and nothing secret can pass: a value is written only when it has the
 * shape of an id, a code, a number or a flag; everything else becomes its size. Errors are written as name, code and stack frames,
 * because messages quote their input (`JSON.parse` does).
 */
type Value = string | number | boolean | undefined

const SAFE = [
  /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/, // our ids
  /^[a-z$][a-z0-9_$-]*(\.[a-z0-9_-]+)*$/, // codes: "turn.active", "guided"
  /^(GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD)$/,
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
]
/** Values made by the platform, not by a visitor. Their shapes vary, so they pass by name. */
const PLATFORM = new Set(["requestId", "connectionId", "route"])

export const info = (event: string, fields: Record<string, Value> = {}) => write("INFO", event, fields)
export const warn = (event: string, fields: Record<string, Value> = {}, error?: unknown) =>
  write("WARN", event, fields, error)
export const error = (event: string, fields: Record<string, Value> = {}, cause?: unknown) =>
  write("ERROR", event, fields, cause)

export function redact(key: string, value: Value): Value {
  if (typeof value !== "string") return value
  if (value.length <= 64 && (PLATFORM.has(key) || SAFE.some((shape) => shape.test(value)))) return value
  return `[${value.length} characters]`
}

function write(level: string, event: string, fields: Record<string, Value>, error?: unknown) {
  if (process.env["LOG_LEVEL"] === "silent") return
  const line: Record<string, unknown> = { level, event, at: new Date().toISOString() }
  for (const [key, value] of Object.entries(fields)) line[key] = redact(key, value)
  if (error !== undefined) line["error"] = describe(error)
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function describe(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return { name: typeof error }
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } } // Node's and AWS's extras
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line))
  return {
    name: error.name,
    ...(typeof code === "string" && { code: redact("code", code) }),
    ...($metadata?.httpStatusCode && { status: $metadata.httpStatusCode }),
    frames: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 3 && { cause: describe(error.cause, depth + 1) }),
  }
}
