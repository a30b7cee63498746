import { expect, test } from "vitest"
import { type Letter, write } from "../src/mail/template.ts"
import { languages, words } from "../src/mail/words/words.ts"

const TOKEN = "t0ken-_".padEnd(43, "x")
const LINK = `https://spec.example.com/link#token=${TOKEN}`
const SESSION = "https://spec.example.com/s/ses_01ARZ3NDEKTSV4RRFFQ69G5FAV"
const saved = (kind: "save" | "open"): Letter => ({ kind, url: LINK, code: "7KM2-XQ9A", minutes: 10 })
const reminder = (title = "Bakery orders"): Letter => ({
  kind: "reminder",
  url: SESSION,
  title,
  expiresOn: "2027-02-19",
})
const letters = [saved("save"), saved("open"), reminder(), reminder("")]
const mails = languages.flatMap((locale) => letters.map((letter) => ({ locale, letter, ...write(letter, locale) })))

/** A document's text, as a mail program shows it that knows no style sheets. */
const read = (html: string) =>
  html
    .replace(/<style>.*<\/style>/s, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")

const squeezed = (text: string) => text.replace(/\s+/g, " ")

test("every mail says something in every language, and not the same in two", () => {
  const everything = (value: unknown): string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "function"
        ? [String(value("A", "B"))]
        : Object.values(value as object).flatMap(everything) // words are strings, functions and objects of them
  const inAll = languages.map((language) => everything(words[language]))
  for (const said of inAll) {
    expect(said).toHaveLength(inAll[0]?.length ?? 0)
    for (const text of said) expect(text).not.toMatch(/^$|undefined|!|^\s|\s$/)
  }
  for (const place of inAll[0]?.keys() ?? []) {
    const said = inAll.map((texts) => texts[place])
    expect(new Set(said).size, String(said)).toBe(languages.length)
  }
})

test("the locale's language is written, and English for those we do not speak", () => {
  expect(write(reminder(), "de-CH").subject).toContain("19. Februar 2027")
  expect(write(reminder(), "FR").subject).toContain("19 février 2027")
  for (const locale of ["pt-BR", "", "eng", "x"]) expect(write(reminder(), locale)).toEqual(write(reminder(), "en"))
})

test("the day is that of UTC, wherever the mail is written", () => {
  const { TZ } = process.env
  try {
    for (const zone of ["Pacific/Honolulu", "Pacific/Kiritimati"]) {
      process.env["TZ"] = zone
      expect(write(reminder(), "en").subject).toBe("Your conversation will be erased on 19 February 2027")
    }
  } finally {
    if (TZ === undefined) delete process.env["TZ"]
    else process.env["TZ"] = TZ
  }
})

test.each(mails)("link and code stand in both versions: $letter.kind, $locale", ({ letter, text, html }) => {
  expect(text.split("\n")).toContain(letter.url)
  expect(html.match(/href="([^"]*)"/g)).toEqual([`href="${letter.url}"`])
  if (letter.kind === "reminder") return
  expect(text).toContain("7KM2-XQ9A")
  expect(read(html)).toContain("7KM2-XQ9A")
  expect(text).toMatch(/\b10 [Mm]inut/)
})

test.each(mails)("both versions say the same: $letter.kind, $locale", ({ letter, text, html, subject }) => {
  const plain = squeezed(text.replace(letter.url, "").replace("-- \n", ""))
  const shown = squeezed(read(html).replace(subject, "").replace("Spec Wizard", ""))
  expect(shown.trim()).toBe(plain.trim())
})

test.each(mails)("the subject is one short line without link, code or title: $letter.kind, $locale", ({ subject }) => {
  expect(subject).toMatch(/^[^\r\n]{10,60}$/)
  for (const secret of [TOKEN, "7KM2", "Bakery"]) expect(subject).not.toContain(secret)
})

test.each(mails)(
  "lines are at most 76 characters long, but for the link: $letter.kind, $locale",
  ({ letter, text }) => {
    for (const line of text.split("\n")) if (line !== letter.url) expect(line.length, line).toBeLessThanOrEqual(76)
  },
)

test.each(mails)("asks nothing of another host and runs nothing: $letter.kind, $locale", ({ locale, html }) => {
  expect(html).toContain(`<html lang="${locale}">`)
  expect(html).not.toMatch(/<(img|script|link|iframe|form|object|svg)|src=|url\(|@import|\son\w+=/i)
  expect(html.match(/https?:\/\/[^/"\s]+/g)).toEqual(["https://spec.example.com"])
})

test("a mail that anybody can ask for is made of our words alone", () => {
  const smuggled = {
    ...saved("save"),
    title: "Dear Ada, your prize waits at https://evil.example",
    email: "x@evil.example",
  }
  for (const locale of languages) expect(write(smuggled, locale)).toEqual(write(saved("save"), locale))
})

test("a hostile title is text in both versions, on one line", () => {
  const title = `</title><script>alert(1)</script>\r\nBcc: all@example.com\n\n"><a href='https://evil.example'>\u202Egnp.exe\u2028&amp;\u0000`
  const { subject, text, html } = write(reminder(title), "en")
  expect(html).not.toMatch(/<script|href='|<a href="https:\/\/evil/)
  const shown = `</title><script>alert(1)</script> Bcc: all@example.com "><a href='https://evil.example'>gnp.exe &amp;`
  expect(squeezed(read(html))).toContain(`“${shown}”`)
  expect(squeezed(text)).toContain(`“${shown}”`)
  expect(text).not.toMatch(/^Bcc:/m)
  for (const hidden of "\u202E\u2028\u0000\r") expect(`${subject}${text}${html}`).not.toContain(hidden)
})

test("a title of one long word does not make a long line", () => {
  const { text } = write(reminder("🧁".repeat(120)), "fr")
  for (const line of text.split("\n")) if (line !== SESSION) expect(line.length).toBeLessThanOrEqual(76)
  expect(text).not.toContain("\uFFFD")
  expect(text.isWellFormed()).toBe(true)
})
