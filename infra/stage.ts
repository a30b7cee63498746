import { onBedrock } from "./bedrock.ts"
import { operatorTokenHashOf, ownerEmailOf } from "./owner.ts"
import { senderOf } from "./sender.ts"

/** What differs between stages. Any other name than these is a personal stage, and gets what `dev` gets. */
type Stage = {
  /** Point-in-time recovery of the tables, and protection against their deletion. */
  isProtected: boolean
  /** Days in which a deleted secret can be had back. */
  secretDays: 7 | 30
  /** Days that log groups keep their lines. */
  logDays: 30 | 90
  /** X-Ray: who called whom, and how long it took. */
  isTraced: boolean
  /** Replies that are written at once, at most; the rest of what the account may run stays with the other functions. Without it: any. */
  maxReplies?: number
}

const stages: Record<string, Stage> = {
  staging: { isProtected: false, secretDays: 7, logDays: 30, isTraced: true, maxReplies: 25 },
  production: { isProtected: true, secretDays: 30, logDays: 90, isTraced: true, maxReplies: 100 },
}

const dev: Stage = { isProtected: false, secretDays: 7, logDays: 30, isTraced: false }

export const stage = stages[$app.stage] ?? dev

/** `spec.example.com`, whose zone is in this account's Route 53. Without one the page has CloudFront's own name, and TLS 1.0 with it. */
export const domain = process.env.SITE_DOMAIN || undefined

/** Who mails come from. */
export const sender = senderOf(process.env.MAIL_FROM, domain)

/** `5-50`: units of each kind that the table has at least and at most, scaled at 70 % use. Billed by use without it. */
export const capacity = capacityOf(process.env.TABLE_CAPACITY)

/** As many at once as the account may run: Lambda's own word for it. */
const ANY = -1

/** How many instances write replies: at most, and always kept ready. `MAX_REPLIES=none` suits an account that may run few functions at once. */
export const replies = repliesOf(process.env.MAX_REPLIES, process.env.WARM_REPLIES)

/**
 * The settings every function gets, all of them; `.env.example` says what each means. Those that only the deployer can know are read
 * from the environment; the others are not, because SST reads `.env` too, which holds somebody's local ones.
 */
export const settings = {
  ALLOWED_ORIGINS: "", // the site's own
  LIMIT_SCALE: "1",
  LEASE_MS: "15000",
  TABLE_TIMEOUT_MS: "1500",
  RECONNECT_SPREAD_MS: "40000",
  SESSION_DAYS: "30",
  SAVED_SESSION_DAYS: "90",
  MODEL_PROVIDER: "guided",
  GUIDED_TOKENS_PER_SECOND: "60",
  MODEL_PROVIDERS: "", // any
  MODEL: "", // the provider's usual one
  MODEL_DRAFT: "", // the provider's usual small one
  OWNER_API_KEY_HASH: "", // nobody's key gets both stages
  MODEL_BASE_URL: "",
  MODEL_REGION: "",
  MODEL_PRICE: "",
  MODEL_MAX_TOKENS: "4000",
  MODEL_TEMPERATURE: "", // the model's own
  MODEL_TIMEOUT_MS: "30000",
  CACHE_TTL_S: "3600",
  BUDGET_TURN_USD: "1",
  BUDGET_SESSION_USD: "5",
  BUDGET_IP_DAY_USD: "10",
  BUDGET_DAY_USD: "50",
  ...onBedrock(process.env),
  MAIL_FROM: sender.from,
  OWNER_EMAIL: ownerEmailOf(process.env.OWNER_EMAIL),
  OPERATOR_TOKEN_HASH: operatorTokenHashOf(process.env.OPERATOR_TOKEN_HASH),
}

function capacityOf(range = ""): { min: number; max: number } | undefined {
  if (range === "") return undefined
  const [, min, max] = /^([1-9]\d{0,4})-([1-9]\d{0,4})$/.exec(range) ?? []
  if (!min || !max || Number(min) > Number(max)) throw new Error("TABLE_CAPACITY is not usable: write it like 5-50.")
  return { min: Number(min), max: Number(max) }
}

function repliesOf(most = "", ready = ""): { max?: number; warm?: number } {
  const max = most === "none" ? ANY : most === "" ? stage.maxReplies : count("MAX_REPLIES", most)
  const warm = ready === "" ? undefined : count("WARM_REPLIES", ready)
  if (max && warm && max !== ANY && warm > max)
    throw new Error(`WARM_REPLIES is not usable: no more than ${max} replies are written at once.`)
  return { ...(max && { max }), ...(warm && { warm }) }
}

function count(name: string, value: string): number {
  if (!/^[1-9]\d{0,3}$/.test(value)) throw new Error(`${name} is not usable: write a whole number, like 5.`)
  return Number(value)
}
