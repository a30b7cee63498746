import { describe, expect, test } from "vitest"
import { assertLoopback, environment, isLoopback, setEnvironment } from "../src/environment.ts"
import { parse, StartError } from "../src/settings.ts"

const house = { port: 8787, dynamodb: "http://127.0.0.1:8000", files: "http://127.0.0.1:9000" }

describe("the environment of the handlers", () => {
  test("is complete and stays on this machine", () => {
    const env = environment({}, house)
    expect(() => assertLoopback(env)).not.toThrow()
    expect(env).toMatchObject({
      SITE_URL: "http://localhost:8787",
      ALLOWED_ORIGINS: "http://localhost:8787,http://127.0.0.1:8787",
      LIMIT_SCALE: "100",
      LEASE_MS: "15000",
      MODEL_PROVIDER: "guided",
    })
    expect(JSON.parse(env["SST_RESOURCES_JSON"] ?? "")).toEqual({
      Table: { name: "spec-wizard-local" },
      Chat: { url: "ws://localhost:8787/ws", managementEndpoint: "http://127.0.0.1:8787/_gateway" },
      Reply: { name: "Reply" },
      Render: { name: "Render" },
      Ledger: { name: "spec-wizard-local-ledger" },
      KeyRing: { id: "KeyRing" },
      ModelKey: { id: "ModelKey" },
      Seal: { publicKey: "" },
      DownloadKey: { id: "DownloadKey" },
      Mailing: { configurationSet: "spec-wizard-local-mail" },
      Files: { name: "spec-wizard-local-files" },
      Downloads: { distribution: "" },
      MailQueue: { url: "http://127.0.0.1:8787/_sqs/000000000000/MailQueue" },
      EraseQueue: { url: "http://127.0.0.1:8787/_sqs/000000000000/EraseQueue" },
      ExportQueue: { url: "http://127.0.0.1:8787/_sqs/000000000000/ExportQueue" },
    })
  })

  test("keeps what was given, and reaches services through given addresses", () => {
    const proxy = "http://127.0.0.1:9999/proxy"
    const given = {
      AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI: proxy,
      AWS_ENDPOINT_URL_SQS: proxy,
      AWS_ENDPOINT_URL_SESV2: proxy,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: proxy,
      AWS_ENDPOINT_URL_S3: proxy,
    }
    const env = environment({ ...given, LIMIT_SCALE: "1", LEASE_MS: "" }, house)
    expect(JSON.parse(env["SST_RESOURCES_JSON"] ?? "")).toMatchObject({
      Chat: { managementEndpoint: proxy },
      MailQueue: { url: `${proxy}/000000000000/MailQueue` },
    })
    expect(env).toMatchObject({ ...given, LIMIT_SCALE: "1", LEASE_MS: "15000" })
  })

  test("has no mail server to which the local SES could pass mails on", () => {
    expect(environment({ SMTP_TRANSPORT: '{"host":"smtp.example.com"}' }, house)["SMTP_TRANSPORT"]).toBe("")
  })

  test("never holds keys of a real account", () => {
    const real = {
      AWS_ACCESS_KEY_ID: "AKIAREAL",
      AWS_SECRET_ACCESS_KEY: "real",
      AWS_SESSION_TOKEN: "real",
      AWS_PROFILE: "real",
    }
    expect(JSON.stringify(Object.values(environment(real, house)))).not.toMatch(/real/i)
  })

  test("is taken back as it was", () => {
    process.env["SPEC_A"] = "before"
    const undo = setEnvironment({ SPEC_A: "now", SPEC_B: "now" })
    expect([process.env["SPEC_A"], process.env["SPEC_B"]]).toEqual(["now", "now"])
    undo()
    expect([process.env["SPEC_A"], process.env["SPEC_B"]]).toEqual(["before", undefined])
    delete process.env["SPEC_A"]
  })
})

describe("the guard", () => {
  test.each([
    "AWS_ENDPOINT_URL_DYNAMODB",
    "AWS_ENDPOINT_URL_LAMBDA",
    "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI",
    "AWS_ENDPOINT_URL_SQS",
    "AWS_ENDPOINT_URL_SESV2",
    "AWS_ENDPOINT_URL_SECRETS_MANAGER",
    "AWS_ENDPOINT_URL_S3",
    "AWS_ENDPOINT_URL_CLOUDFRONT",
  ])("refuses to start without %s, or with one that is elsewhere", (name) => {
    const env = environment({}, house)
    for (const value of [undefined, "", "https://dynamodb.us-east-1.amazonaws.com", "http://0.0.0.0:8000"])
      expect(() => assertLoopback({ ...env, [name]: value })).toThrow(new RegExp(`^${name} .*refusing to start.*$`))
  })

  test.each([
    ["http://127.0.0.1:8000", true],
    ["http://localhost:8000/x", true],
    ["http://[::1]:8000", true],
    ["http://127.9.9.9", true],
    ["https://localhost", true],
    ["http://localhost.evil.example", false],
    ["http://127.0.0.1.evil.example", false],
    ["http://evil.example/?localhost", false],
    ["http://localhost@evil.example", false],
    ["ftp://localhost", false],
    ["localhost:8000", false],
    ["http://2130706433.example", false],
    ["", false],
  ])("takes %s for this machine: %s", (address, expected) => {
    expect(isLoopback(address)).toBe(expected)
  })
})

describe("a setting", () => {
  test("has its default when missing or empty", () => {
    expect(parse({ PORT: "" })).toEqual({ port: 8787, dataDir: ".data", sweepMs: 60_000, workers: "inline" })
  })

  test.each([
    ["PORT", "eight"],
    ["PORT", "70000"],
    ["PORT", "80.5"],
    ["SWEEP_MS", "-1"],
    ["LOCAL_WORKERS", "threads"],
    ["LEASE_MS", "soon"],
    ["MODEL_PROVIDER", "parrot"],
    ["MAIL_FROM", "nobody"],
  ])("%s=%s stops the start with one line that names it and not its value", (name, value) => {
    try {
      parse({ [name]: value })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(StartError)
      expect(String(error)).toContain(name)
      expect(String(error)).not.toContain("\n")
      expect(String(error)).not.toContain(value)
    }
  })
})
