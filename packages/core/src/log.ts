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

export type Figure = { unit: "Count" | "Seconds" | "None"; value: number | readonly number[] }

/**
 * Figures that CloudWatch makes metrics of. `stage` is the one dimension: each value of one is a metric of its own, and is paid for.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function figures(event: string, stage: string, figures: Record<string, Figure>): void {
  const all = Object.entries(figures)
  const metrics = all.map(([Name, { unit }]) => ({ Name, Unit: unit }))
  emit("INFO", event, {
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: [{ Namespace: "SpecWizard", Dimensions: [["Stage"]], Metrics: metrics }],
    },
    Stage: redact("Stage", stage),
    ...Object.fromEntries(all.map(([name, { value }]) => [name, value])),
  })
}

export function redact(key: string, value: Value): Value {
  if (typeof value !== "string") return value
  if (value.length <= 64 && (PLATFORM.has(key) || SAFE.some((shape) => shape.test(value)))) return value
  return `[${value.length} characters]`
}

function write(level: string, event: string, fields: Record<string, Value>, error?: unknown) {
  const told: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(fields)) told[key] = redact(key, value)
  if (error !== undefined) told["error"] = describe(error)
  emit(level, event, told)
}

function emit(level: string, event: string, told: Record<string, unknown>) {
  if (process.env["LOG_LEVEL"] === "silent") return
  process.stdout.write(`${JSON.stringify({ level, event, at: new Date().toISOString(), ...told })}\n`)
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
