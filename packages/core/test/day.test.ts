import { expect, test } from "vitest"
import { day } from "../src/document/format/day.ts"

test.each(["en", "de", "es", "fr"] as const)("a day is written as the language writes it: %s", (language) => {
  const intl = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long", timeZone: "UTC" })
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2029, 0, 1); at += 86_400_000)
    expect(day(new Date(at).toISOString(), language)).toBe(intl.format(at))
  expect(day("2026-11-21T23:59:59.999+14:00", language)).toContain("21")
  expect(day("soon", language)).toBe("soon")
})
