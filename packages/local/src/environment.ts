import * as Settings from "@spec-wizard/core/settings"
import { type QueueName, queues } from "@spec-wizard/infra/functions"
import { SECRET_KEY } from "./access.ts"
import { StartError } from "./settings.ts"

export type Env = Record<string, string | undefined>

/** Everything our handlers may call. Each must stand here and be on this machine, so that nothing can reach a real account. */
const ENDPOINTS = [
  "AWS_ENDPOINT_URL_DYNAMODB",
  "AWS_ENDPOINT_URL_LAMBDA",
  "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI",
  "AWS_ENDPOINT_URL_SQS",
  "AWS_ENDPOINT_URL_SESV2",
  "AWS_ENDPOINT_URL_SECRETS_MANAGER",
  "AWS_ENDPOINT_URL_S3",
  "AWS_ENDPOINT_URL_CLOUDFRONT",
] as const

/** Below it stands `@connections`, as below the stage's path when deployed. */
export const MANAGEMENT_PATH = "/_gateway"

/** Below each stands one of the services that this origin answers for. */
export const SQS_PATH = "/_sqs"
export const SES_PATH = "/_ses"
export const SECRETS_PATH = "/_secrets"
/** Nothing answers there: what is downloaded here is kept by no CDN. */
const CLOUDFRONT_PATH = "/_cloudfront"

export const TABLE_NAME = "spec-wizard-local"
export const LEDGER_NAME = "spec-wizard-local-ledger"
export const FILES_NAME = "spec-wizard-local-files"
export const CONFIGURATION_SET = "spec-wizard-local-mail"

/**
 * What the handlers read, complete. A setting that was given stays; the names and keys are always the local ones, whatever the
 * shell's AWS profile says.
 */
export function environment(
  given: Env,
  house: { port: number; dynamodb: string; files: string; sealKey?: string },
): Record<string, string> {
  const aws = `http://127.0.0.1:${house.port}`
  const env = {
    AWS_ENDPOINT_URL_DYNAMODB: house.dynamodb,
    AWS_ENDPOINT_URL_LAMBDA: aws,
    AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: aws + MANAGEMENT_PATH,
    AWS_ENDPOINT_URL_SQS: aws + SQS_PATH,
    AWS_ENDPOINT_URL_SESV2: aws + SES_PATH,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: aws + SECRETS_PATH,
    AWS_ENDPOINT_URL_S3: house.files,
    AWS_ENDPOINT_URL_CLOUDFRONT: aws + CLOUDFRONT_PATH,
    AWS_REGION: "us-east-1",
    ...site(house.port),
    LIMIT_SCALE: "100",
    LEASE_MS: "15000",
    RECONNECT_SPREAD_MS: "2000",
    MODEL_PROVIDER: "guided",
    OWNER_EMAIL: "owner@localhost",
    ...withoutEmpty(given),
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: SECRET_KEY,
    AWS_SESSION_TOKEN: "",
    AWS_PROFILE: "",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false",
    SMTP_TRANSPORT: "", // where the local SES would send every mail on to
  }
  const { App: app, ...linked } = resources(house.port, env, house.sealKey)
  return { ...env, SST_RESOURCE_App: JSON.stringify(app), SST_RESOURCES_JSON: JSON.stringify(linked) }
}

/** Where the page stands, and the pages that may call us, unless a setting says otherwise. */
const site = (port: number) => ({
  SITE_URL: `http://localhost:${port}`,
  ALLOWED_ORIGINS: `http://localhost:${port},http://127.0.0.1:${port}`,
})

export const originsOf = (given: Env, port: number): string[] =>
  Settings.parse({ ...site(port), ...withoutEmpty(given) }).allowedOrigins

/** What `Resource` knows. `env` says where the services are. */
export const resources = (port: number, env: Env, sealKey = "") => ({
  App: { name: "spec-wizard", stage: "local" },
  Table: { name: TABLE_NAME },
  Ledger: { name: LEDGER_NAME },
  Chat: {
    url: `ws://localhost:${port}/ws`,
    managementEndpoint: env["AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI"] ?? "",
  },
  Reply: { name: "Reply" },
  Render: { name: "Render" },
  KeyRing: { id: "KeyRing" },
  ModelKey: { id: "ModelKey" },
  Seal: { publicKey: sealKey },
  DownloadKey: { id: "DownloadKey" },
  Mailing: { configurationSet: CONFIGURATION_SET },
  Files: { name: FILES_NAME },
  Downloads: { distribution: "" },
  ...queueUrls(env["AWS_ENDPOINT_URL_SQS"] ?? ""),
})

const queueUrls = (endpoint: string) =>
  Object.fromEntries(Object.keys(queues).map((name) => [name, { url: `${endpoint}/000000000000/${name}` }])) as Record<
    QueueName,
    { url: string }
  > // the keys of a literal

/** @throws {StartError} when anything the handlers would call is missing or elsewhere than on this machine. */
export function assertLoopback(env: Env): void {
  for (const name of ENDPOINTS) {
    const value = env[name]
    if (!value)
      throw new StartError(`${name} is not set: refusing to start, for a call could reach a real AWS account.`)
    if (!isLoopback(value))
      throw new StartError(
        `${name} is not an http address on this machine: refusing to start. Use http://127.0.0.1:<port>.`,
      )
  }
}

export function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return /^https?:$/.test(protocol) && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}

const withoutEmpty = (env: Env): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : [])))

/** Returns the way back to what was before. */
export function setEnvironment(env: Record<string, string>): () => void {
  const before = Object.keys(env).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, env)
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}
