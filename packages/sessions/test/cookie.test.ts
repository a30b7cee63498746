import { expect, test } from "vitest"
import { cookieName, findCookie, toSetCookie } from "../src/cookie.ts"
import type { HttpEvent } from "../src/http-event.ts"

const site = (siteUrl: string) => ({ settings: { siteUrl } })
/** Only what is read of one. */
const event = (...cookies: string[]) => ({ cookies }) as HttpEvent
const set = { value: "v", maxAgeS: 60, sameSite: "Lax" } as const

test("over https the cookie has the prefix with which no other host can set it, and what the prefix needs", () => {
  const https = site("https://spec.example")
  expect(toSetCookie(https, "spec_wizard", set)).toBe(
    "__Host-spec_wizard=v; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax",
  )
  expect(findCookie(https, event("spec_wizard=eve", "__Host-spec_wizard=ada"), "spec_wizard")).toBe("ada")
  expect(findCookie(https, event("spec_wizard=eve"), "spec_wizard")).toBeUndefined()
})

test("over http, where that is impossible, it has the plain name", () => {
  expect(cookieName(site("http://localhost:3000"), "spec_wizard")).toBe("spec_wizard")
})

test("one that comes twice is nobody's, and names that only begin alike are others", () => {
  const http = site("http://localhost:3000")
  expect(findCookie(http, event("spec_wizard=eve", "spec_wizard=ada"), "spec_wizard")).toBeUndefined()
  expect(findCookie(http, event("spec_wizard_browser=n", "spec_wizard=ada"), "spec_wizard")).toBe("ada")
  expect(findCookie(http, event(), "spec_wizard")).toBeUndefined()
})
