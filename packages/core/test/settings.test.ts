import { expect, test } from "vitest"
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
