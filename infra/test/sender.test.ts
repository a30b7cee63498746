import * as Settings from "@spec-wizard/core/settings"
import { expect, test } from "vitest"
import { EXAMPLE, senderOf } from "../sender.ts"

test("mails come from whom the deployer says, else from the site's own domain", () => {
  expect(senderOf("Ada <ada@example.com>", "spec.example.com")).toEqual({
    from: "Ada <ada@example.com>",
    address: "ada@example.com",
    domain: undefined,
  })
  expect(senderOf(undefined, "spec.example.com")).toEqual({
    from: "Spec Wizard <no-reply@spec.example.com>",
    address: "no-reply@spec.example.com",
    domain: "spec.example.com",
  })
  expect(senderOf(" ", "spec.example.com").address).toBe("no-reply@spec.example.com")
})

test("records are written for the site's domain and those under it, never for one that only ends alike", () => {
  const domainOf = (address: string) => senderOf(address, "Spec.example.com").domain
  expect(domainOf("ada@SPEC.example.com")).toBe("spec.example.com")
  expect(domainOf("ada@mail.spec.example.com")).toBe("mail.spec.example.com")
  for (const other of ["ada@example.com", "ada@notspec.example.com", "ada@spec.example.com.evil.example"])
    expect(domainOf(other)).toBeUndefined()
  expect(senderOf("ada@spec.example.com", undefined).domain).toBeUndefined()
})

test("a deployment to which nobody said who mails come from stops with one line that says what to do", () => {
  const attempt = () => senderOf("", undefined)
  expect(attempt).toThrow(/MAIL_FROM.*SITE_DOMAIN/)
  expect(attempt).not.toThrow(/\n/)
})

test("deployment and functions take the same senders", () => {
  const parsed = (MAIL_FROM: string) => {
    try {
      return Settings.parse({ MAIL_FROM }).mailFrom
    } catch {
      return undefined
    }
  }
  const read = (given: string) => {
    try {
      return senderOf(given, undefined).from
    } catch {
      return undefined
    }
  }
  for (const good of [EXAMPLE, "ada@example.com", "Ada <ada@example.com>", "Ada & Co. <ada@x>"]) {
    expect(read(good), good).toBe(good)
    expect(parsed(good), good).toBe(good)
  }
  for (const bad of [
    "Ada",
    "Ada <ada>",
    "a@b, c@d",
    "Ada <a@b> x",
    'Ada "x" <a@b>',
    "a@b\r\nBcc: c@d",
    "<a@b>",
    "a@b@c",
  ]) {
    expect(read(bad), bad).toBeUndefined()
    expect(parsed(bad), bad).toBeUndefined()
  }
})
