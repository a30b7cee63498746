import * as z from "zod/mini"

/**
 * Settings every deployable shares, from environment variables; all of them stand in `.env.example`. Local ones (`PORT`, `DATA_DIR`)
 * belong to the local runtime.
 */
const positive = (value: number) => z._default(z.coerce.number().check(z.int(), z.gte(1)), value)

const days = (value: number) => z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(3_650)), value)

export const Info = z.object({
  /** Base of every link we send. */
  SITE_URL: z._default(z.url({ protocol: /^https?$/ }), "http://localhost:8787"),
  /** Exact origins, comma-separated, that may use cookies and open sockets. Empty: the site's own. */
  ALLOWED_ORIGINS: z._default(
    z.string().check(z.refine((list) => originsIn(list).every(isOrigin), "write origins like https://example.com")),
    "",
  ),
  /** Multiplies every rate limit. */
  LIMIT_SCALE: z._default(z.coerce.number().check(z.gt(0)), 1),
  /** How long a worker's lease on a turn lasts without renewal. */
  LEASE_MS: positive(15_000),
  /** Over how long clients spread their reconnects after a first quick try. */
  RECONNECT_SPREAD_MS: positive(40_000),
  SESSION_DAYS: days(30),
  SAVED_SESSION_DAYS: days(90),
  MODEL_PROVIDER: z._default(z.enum(["guided"]), "guided"),
  /** Who mails come from: an address, or `Name <address>`. */
  MAIL_FROM: z._default(
    z.string().check(z.regex(/^([^<>"\r\n]{1,60} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, "write Name <address>")),
    "Spec Wizard <spec-wizard@localhost>",
  ),
})

export type Settings = {
  siteUrl: string
  allowedOrigins: string[]
  limitScale: number
  leaseMs: number
  reconnectSpreadMs: number
  sessionDays: number
  savedSessionDays: number
  modelProvider: "guided"
  mailFrom: string
}

/**
 * Reads settings from the environment; an empty one counts as not given.
 * @throws {Error} with one line that names the wrong setting, never its value.
 */
export function read<Schema extends z.ZodMiniType>(
  schema: Schema,
  env: Record<string, string | undefined>,
): z.output<Schema> {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""),
  )
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Error(`Setting ${issue?.path.join(".")} is not usable: ${issue?.message}. See .env.example.`)
}

/** @throws {Error} as `read` does */
export function parse(env: Record<string, string | undefined>): Settings {
  const value = read(Info, env)
  const origins = originsIn(value.ALLOWED_ORIGINS)
  return {
    siteUrl: value.SITE_URL,
    allowedOrigins: origins.length > 0 ? origins : [new URL(value.SITE_URL).origin],
    limitScale: value.LIMIT_SCALE,
    leaseMs: value.LEASE_MS,
    reconnectSpreadMs: value.RECONNECT_SPREAD_MS,
    sessionDays: value.SESSION_DAYS,
    savedSessionDays: value.SAVED_SESSION_DAYS,
    modelProvider: value.MODEL_PROVIDER,
    mailFrom: value.MAIL_FROM,
  }
}

const originsIn = (list: string) =>
  list
    .split(",")
    .map((origin) => origin.trim())
    .filter(Boolean)

/** Exactly as a browser sends it: no path, no wildcard, no trailing slash. */
const isOrigin = (origin: string) =>
  /^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin
