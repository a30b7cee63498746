import { expect, test } from "vitest"
import { assertAffordable } from "../src/budget/afford.ts"
import { leastOfTurn } from "../src/budget/turn.ts"
import { parse } from "../src/settings.ts"

test("has a default for everything", () => {
  expect(parse({})).toMatchObject({ leaseMs: 15_000, sessionDays: 30, savedSessionDays: 90, limitScale: 1 })
})

test("an empty value counts as none", () => {
  expect(parse({ LEASE_MS: "" })).toMatchObject({ leaseMs: 15_000 })
})

test("without a list of origins, the site's own is allowed", () => {
  expect(parse({ SITE_URL: "https://spec.example.com/page" }).allowedOrigins).toEqual(["https://spec.example.com"])
  expect(parse({ ALLOWED_ORIGINS: "https://a.example, https://b.example" }).allowedOrigins).toEqual([
    "https://a.example",
    "https://b.example",
  ])
})

test.each([
  ["LEASE_MS", "soon"],
  ["LEASE_MS", "0"],
  ["LIMIT_SCALE", "-1"],
  ["SITE_URL", "not a url"],
  ["MODEL_PROVIDER", "oracle"],
  ["SITE_URL", "javascript:alert(1)"],
  ["ALLOWED_ORIGINS", "*"],
  ["ALLOWED_ORIGINS", "https://a.example, b.example"],
  ["ALLOWED_ORIGINS", "https://a.example/"],
  ["SESSION_DAYS", "100000000"],
])("a wrong %s is named in one line that does not repeat the value", (name, value) => {
  expect(() => parse({ [name]: value })).toThrow(new RegExp(`^Setting ${name} is not usable.*$`))
  expect(() => parse({ [name]: value })).toThrow(expect.not.stringContaining(value === "0" ? "\0" : value))
})

test("a temperature that nobody set is none", () => {
  expect(parse({ MODEL_PROVIDER: "anthropic", MODEL_TEMPERATURE: "" }).model).not.toHaveProperty("temperature")
  expect(parse({ MODEL_PROVIDER: "anthropic", MODEL_TEMPERATURE: "0.3" }).model?.temperature).toBe(0.3)
})

test.each([
  [
    { MODEL_PROVIDER: "openai-compatible", MODEL_BASE_URL: "http://localhost:11434" },
    "MODEL_BASE_URL is not usable: it ends before /v1",
  ],
  [
    { MODEL_PROVIDER: "openai-compatible", MODEL_BASE_URL: "https://models.example.com/" },
    "MODEL_BASE_URL is not usable: it ends before /v1",
  ],
  [{ MODEL_PROVIDER: "openai-compatible" }, "MODEL_BASE_URL is missing"],
  [{ MODEL_PROVIDER: "bedrock" }, "MODEL is missing"],
  [{ MODEL_REGION: "Frankfurt" }, "MODEL_REGION is not usable"],
  [{ MODEL_PRICE: "cheap" }, "MODEL_PRICE is not usable"],
  [{ MODEL_PRICE: "3" }, "MODEL_PRICE is not usable"],
  [{ MODEL_PRICE: "3/15/1" }, "MODEL_PRICE is not usable"],
])("%o is told of in one line", (env, words) => {
  expect(() => parse(env)).toThrow(new RegExp(`^Setting ${words}.*$`))
})

test("Bedrock is asked where it is said, or where the function runs; its draft is the same model, and no visitor brings a key", () => {
  const env = { MODEL_PROVIDER: "bedrock", MODEL: "eu.anthropic.claude-sonnet-5-5" }
  const { model, providers, visitorsModels } = parse({ ...env, AWS_REGION: "eu-central-1" })
  expect(model).toMatchObject({ name: env.MODEL, draft: env.MODEL, region: "eu-central-1" })
  expect(parse({ ...env, AWS_REGION: "eu-central-1", MODEL_REGION: "eu-west-3" }).model?.region).toBe("eu-west-3")
  expect(providers).not.toContain("bedrock")
  expect(visitorsModels).not.toHaveProperty("bedrock")
})

/** Those that an earlier reservation kept from ever being asked, and the newest. */
test.each([
  ["anthropic", ""],
  ["anthropic", "claude-fable-5-2"],
  ["anthropic", "claude-fable-5-1"],
  ["anthropic", "claude-opus-5-5"],
  ["anthropic", "claude-opus-4-1"],
  ["anthropic", "claude-sonnet-4-20250514"],
  ["openai", ""],
  ["openai", "gpt-6.1-sol"],
  ["openai", "gpt-6-astra"],
  ["openai", "gpt-5.6"],
  ["openai", "gpt-5.1"],
  ["openai", "gpt-5"],
  ["bedrock", "eu.anthropic.claude-opus-4-1-20250805-v1:0"],
  ["bedrock", "global.anthropic.claude-sonnet-5-5"],
  ["bedrock", "anthropic.claude-haiku-4-5-20251001-v1:0"],
])("with the budgets there are, %s %s can be asked", (MODEL_PROVIDER, MODEL) => {
  const settings = parse({ MODEL_PROVIDER, MODEL })
  expect(() => assertAffordable(settings)).not.toThrow()
  expect(settings.model && leastOfTurn(settings.model)).toBeGreaterThan(0)
})

test.each([
  [{ MODEL: "claude-tomorrow-9" }, "Setting MODEL_PRICE is missing"],
  [{ MODEL_DRAFT: "claude-tomorrow-9" }, "Setting MODEL_PRICE is missing"],
  [{ BUDGET_TURN_USD: "0.05" }, "Setting BUDGET_TURN_USD is not usable: one message to this model may cost 0.11 USD"],
  [{ BUDGET_SESSION_USD: "0.05" }, "Setting BUDGET_SESSION_USD is not usable"],
  [{ BUDGET_DAY_USD: "0" }, "Setting BUDGET_DAY_USD is not usable"],
  [{ MODEL_MAX_TOKENS: "200000" }, "Setting BUDGET_TURN_USD is not usable"],
])("with %o a model could never be asked, or at nobody knows what price", (env, words) => {
  const settings = parse({ MODEL_PROVIDER: "anthropic", ...env })
  expect(() => assertAffordable(settings)).toThrow(new RegExp(`^${words}.*$`))
})

test("a price that is said is the price; a compatible endpoint needs none", () => {
  const said = parse({ MODEL_PROVIDER: "openai", MODEL: "gpt-tomorrow", MODEL_PRICE: "3/15/0.3/3.75" })
  expect(said.model?.price).toEqual({ input: 3, output: 15, cached: 0.3, written: 3.75 })
  expect(() => assertAffordable(said)).not.toThrow()
  const dear = parse({ MODEL_PROVIDER: "openai", MODEL: "gpt-tomorrow", MODEL_PRICE: "300/1500" })
  expect(() => assertAffordable(dear)).toThrow("Setting BUDGET_TURN_USD")
  const own = parse({
    MODEL_PROVIDER: "openai-compatible",
    MODEL_BASE_URL: "http://localhost:11434/v1",
    MODEL: "qwen3",
  })
  expect(() => assertAffordable(own)).not.toThrow()
})
