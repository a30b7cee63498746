import { expect, test } from "vitest"
import { samples } from "../src/mail/sample.ts"
import { type Letter, write } from "../src/mail/template.ts"
import { languages, words } from "../src/mail/words/words.ts"

const TOKEN = "t0ken-_".padEnd(43, "x")
const LINK = `https://spec.example.com/link#token=${TOKEN}`
const SESSION = "https://spec.example.com/s/ses_01ARZ3NDEKTSV4RRFFQ69G5FAV"
const saved = (kind: "save" | "open" | "confirm"): Letter => ({ kind, url: LINK, code: "7KM2-XQ9A", minutes: 10 })
const reminder = (title = "Bakery orders"): Letter => ({
  kind: "reminder",
  url: SESSION,
  title,
  expiresOn: "2027-02-19",
})
const REFERENCE = "SPEC-K7MT-4XQ9"
const answer = (said?: string, isQuestion = false): Letter => ({
  kind: "answer",
  url: SESSION,
  reference: REFERENCE,
  status: "quoted",
  isQuestion,
  ...(said !== undefined && { said }),
})
const notice = (title = "Bakery orders", name = "Ada"): Letter => ({
  kind: "notice",
  url: `https://spec.example.com/operator#${REFERENCE}`,
  reference: REFERENCE,
  title,
  from: { name, email: "ada@example.com", phone: undefined, budget: "2000" },
})
const exported = (isAttached: boolean, title = "Bakery orders"): Letter => ({
  kind: "export",
  url: SESSION,
  title,
  isAttached,
})
/** Where it leads. */
const urlOf = (letter: Letter) => ("url" in letter ? letter.url : undefined)
const mails = samples("https://spec.example.com")

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
  const url = urlOf(letter)
  if (url) expect(text.split("\n")).toContain(url)
  expect(html.match(/href="([^"]*)"/g)).toEqual(url ? [`href="${url}"`] : null)
  if ("reference" in letter) for (const version of [text, read(html)]) expect(version).toContain(REFERENCE)
  if (!("code" in letter)) return
  expect(text).toContain("7KM2-XQ9A")
  expect(read(html)).toContain("7KM2-XQ9A")
  expect(text).toMatch(/\b10 [Mm]inut/)
})

test.each(mails)("both versions say the same: $letter.kind, $locale", ({ letter, text, html, subject }) => {
  const plain = squeezed(text.replace(urlOf(letter) ?? "", "").replace("-- \n", ""))
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
    for (const line of text.split("\n")) if (line !== urlOf(letter)) expect(line.length, line).toBeLessThanOrEqual(76)
  },
)

test.each(mails)("asks nothing of another host and runs nothing: $letter.kind, $locale", ({ letter, locale, html }) => {
  expect(html).toContain(`<html lang="${locale}">`)
  expect(html).not.toMatch(/<(img|script|link|iframe|form|object|svg)|src=|url\(|@import|\son\w+=/i)
  expect(html.match(/https?:\/\/[^/"\s]+/g)).toEqual(urlOf(letter) ? ["https://spec.example.com"] : null)
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
  const shown = `</title><script>alert(1)</script> Bcc: all@example.com "><a href='https://evil.example'>gnp.exe &amp;`
  for (const letter of [reminder(title), exported(true, title)]) {
    const { subject, text, html } = write(letter, "en")
    expect(html).not.toMatch(/<script|href='|<a href="https:\/\/evil/)
    expect(squeezed(read(html))).toContain(`“${shown}”`)
    expect(squeezed(text)).toContain(`“${shown}”`)
    expect(text).not.toMatch(/^Bcc:/m)
    for (const hidden of "\u202E\u2028\u0000\r") expect(`${subject}${text}${html}`).not.toContain(hidden)
  }
})

test("what an owner says, and who submitted, is text in both versions too, and never a header", () => {
  const hostile = `</p><script>alert(1)</script>\r\nBcc: all@example.com\n<a href="https://evil.example">\u202Egnp.exe`
  for (const letter of [answer(hostile), answer(hostile, true), notice(hostile, hostile)]) {
    const { subject, text, html } = write(letter, "en")
    expect(html).not.toMatch(/<script|<a href="https:\/\/evil/)
    expect(text).not.toMatch(/^Bcc:/m)
    for (const hidden of "\u202E\r") expect(`${subject}${text}${html}`).not.toContain(hidden)
    expect(subject).toMatch(/^[^\r\n]{10,60}$/)
  }
})

test("the owner reads of each thing what it is, and of nothing that was not said", () => {
  const { text } = write(notice(), "en")
  expect(text).toMatch(/Name: Ada\s+Email: ada@example\.com\s+Budget: 2000/)
  expect(text).not.toMatch(/Phone|Company|undefined/)
})

test("a title of one long word does not make a long line", () => {
  const { text } = write(reminder("🧁".repeat(120)), "fr")
  for (const line of text.split("\n")) if (line !== SESSION) expect(line.length).toBeLessThanOrEqual(76)
  expect(text).not.toContain("\uFFFD")
  expect(text.isWellFormed()).toBe(true)
})
