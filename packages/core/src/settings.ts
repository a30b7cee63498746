import * as z from "zod/mini"
import { listed } from "./listed.ts"
import type { ModelSettings, Provider } from "./model-settings.ts"
import * as Model from "./model-settings.ts"

export { type ModelSettings, PROVIDERS, type Provider } from "./model-settings.ts"

/**
 * Settings every deployable shares, from environment variables; all of them stand in `.env.example`. Local ones (`PORT`, `DATA_DIR`)
 * belong to the local runtime.
 */
const positive = (value: number) => z._default(z.coerce.number().check(z.int(), z.gte(1)), value)

const usd = (value: number) => z._default(z.coerce.number().check(z.gte(0), z.lte(1_000_000)), value)

const days = (value: number) => z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(3_650)), value)

export const Info = z.object({
  /** Base of every link we send. */
  SITE_URL: z._default(z.url({ protocol: /^https?$/ }), "http://localhost:8787"),
  /** Exact origins, comma-separated, that may use cookies and open sockets. Empty: the site's own. */
  ALLOWED_ORIGINS: z._default(
    z.string().check(z.refine((list) => listed(list).every(isOrigin), "write origins like https://example.com")),
    "",
  ),
  /** Multiplies every rate limit. */
  LIMIT_SCALE: z._default(z.coerce.number().check(z.gt(0)), 1),
  /** How long a worker's lease on a turn lasts without renewal. */
  LEASE_MS: positive(15_000),
  /** How long one try at the table may take. Two are made: chat must refuse within 3 s rather than hang when the table is out of reach. */
  TABLE_TIMEOUT_MS: positive(1_500),
  /** Over how long clients spread their reconnects after a first quick try. */
  RECONNECT_SPREAD_MS: positive(40_000),
  SESSION_DAYS: days(30),
  SAVED_SESSION_DAYS: days(90),
  /** How fast the guided interviewer writes, which has its whole reply at once; 0 for all of it. A model's usual pace. */
  GUIDED_TOKENS_PER_SECOND: z._default(z.coerce.number().check(z.gte(0), z.lte(10_000)), 60),
  ...Model.shape,
  /** How long an answer of a model may be used again for the very same question. */
  CACHE_TTL_S: positive(3_600),
  /** The most that may be spent on models, in USD: on a message, in a session; on a UTC day by one network, and by all. */
  BUDGET_TURN_USD: usd(1),
  BUDGET_SESSION_USD: usd(5),
  BUDGET_IP_DAY_USD: usd(10),
  BUDGET_DAY_USD: usd(50),
  /** Who mails come from: an address, or `Name <address>`. */
  MAIL_FROM: z._default(
    z.string().check(z.regex(/^([^<>"\r\n]{1,60} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, "write Name <address>")),
    "Spec Wizard <spec-wizard@localhost>",
  ),
  /** Who hears of submissions. Empty: nobody. */
  OWNER_EMAIL: z._default(z.string().check(z.regex(/^([^\s<>@]+@[^\s<>@]+)?$/, "write one address")), ""),
  /** SHA-256, hex, of the token that opens the owner's side of the API. Empty: nobody's. */
  OPERATOR_TOKEN_HASH: z._default(z.string().check(z.regex(/^([0-9a-f]{64})?$/, "write SHA-256 in hex")), ""),
})

export type Settings = {
  siteUrl: string
  allowedOrigins: string[]
  limitScale: number
  leaseMs: number
  tableTimeoutMs: number
  reconnectSpreadMs: number
  sessionDays: number
  savedSessionDays: number
  guidedPace: number
  modelProvider: Provider | "guided"
  /** Those a visitor's own key may be of. */
  providers: readonly Provider[]
  /** Undefined while the guided interviewer asks the questions. */
  model?: ModelSettings
  /** How models of each provider are asked with a visitor's own key; absent for those that may not be. */
  visitorsModels: Partial<Record<Provider, ModelSettings>>
  ownerKeyHash: string
  cacheTtlS: number
  /** In micro-USD. */
  budget: { turn: number; session: number; ipDay: number; stageDay: number }
  mailFrom: string
  ownerEmail: string
  operatorTokenHash: string
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
  const origins = listed(value.ALLOWED_ORIGINS)
  return {
    siteUrl: value.SITE_URL,
    allowedOrigins: origins.length > 0 ? origins : [new URL(value.SITE_URL).origin],
    limitScale: value.LIMIT_SCALE,
    leaseMs: value.LEASE_MS,
    tableTimeoutMs: value.TABLE_TIMEOUT_MS,
    reconnectSpreadMs: value.RECONNECT_SPREAD_MS,
    sessionDays: value.SESSION_DAYS,
    savedSessionDays: value.SAVED_SESSION_DAYS,
    modelProvider: value.MODEL_PROVIDER,
    guidedPace: value.GUIDED_TOKENS_PER_SECOND,
    ...Model.chosen(value, env["AWS_REGION"]),
    cacheTtlS: value.CACHE_TTL_S,
    budget: {
      turn: micro(value.BUDGET_TURN_USD),
      session: micro(value.BUDGET_SESSION_USD),
      ipDay: micro(value.BUDGET_IP_DAY_USD),
      stageDay: micro(value.BUDGET_DAY_USD),
    },
    mailFrom: value.MAIL_FROM,
    ownerEmail: value.OWNER_EMAIL,
    operatorTokenHash: value.OPERATOR_TOKEN_HASH,
  }
}

const micro = (usd: number) => Math.round(usd * 1_000_000)

/** Exactly as a browser sends it: no path, no wildcard, no trailing slash. */
const isOrigin = (origin: string) =>
  /^https?:\/\//.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin
