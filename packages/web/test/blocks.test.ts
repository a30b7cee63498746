import { expect, test } from "vitest"
import { blocks } from "../src/markdown/blocks.ts"

const html = (text: string) => blocks(text).join("").replaceAll("\n", "")
const link = (href: string, text: string) =>
  `<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${text}</a>`

test("shows paragraphs, lists, emphasis and code", () => {
  expect(html("One *two* **three** `four`\nfive\n\n- a\n- b")).toBe(
    "<p>One <em>two</em> <strong>three</strong> <code>four</code><br>five</p><ul><li>a</li><li>b</li></ul>",
  )
})

test.each([
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  'before <b onclick="x">bold</b> after',
  "<style>*{display:none}</style>",
  "<!-- comment -->",
  "```html\n<b>x</b>\n```",
  "`<i>`",
  "**<svg onload=x>**",
  "![<b>](https://a.example/x.png)",
  "[<b>](https://a.example/)",
])("markup stays text: %s", (text) => {
  expect(html(text).replace(/<\/?(p|pre|code|strong|a|span)( [^<>]*)?>/g, "")).not.toMatch(/[<>]/)
})

test.each([
  "javascript:alert(1)",
  "http://a.example",
  "data:text/html,x",
  "//a.example",
  "mailto:a@a.example",
  "/v1/x",
])("links lead to https only: %s", (href) => {
  expect(html(`[word](${href})`)).toBe("<p>word</p>")
})

test("a link says which host it leads to", () => {
  expect(html("[the rules](https://a.example/rules)")).toBe(
    `<p>${link("https://a.example/rules", "the rules")} <span class="host">(a.example)</span></p>`,
  )
})

test("an address as its own text does not repeat its host", () => {
  expect(html("https://a.example/rules")).toBe(`<p>${link("https://a.example/rules", "https://a.example/rules")}</p>`)
})

test.each([
  ["https://bank.example", "https://evil.example/"],
  ["https://evil.example.bank.example", "https://evil.example/"],
  ["https://bank.example@evil.example", "https://bank.example/"],
])("a text that looks like another address does not hide the host: %s", (text, href) => {
  expect(html(`[${text}](${href})`)).toContain(`(${new URL(href).host})</span>`)
})

test("an address with a name and password in it is no link", () => {
  expect(html("[word](https://bank.example@evil.example/)")).toBe("<p>word</p>")
})

test("an image is its description", () => {
  expect(html("![A cake](https://a.example/cake.png)")).toBe("<p>A cake</p>")
})

test("earlier blocks stay as they are while the last one grows", () => {
  const text = "First\n\n- one\n- two\n\nThird **and more** of it"
  for (let length = text.indexOf("Third") + 1; length <= text.length; length += 1) {
    expect(blocks(text.slice(0, length)).slice(0, 2)).toEqual(blocks(text).slice(0, 2))
  }
})
