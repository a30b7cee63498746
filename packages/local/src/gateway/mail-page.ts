import type { Mail } from "../engine/mailbox.ts"
import { STYLE } from "./mail-style.ts"

const SHOWN = 50

/** No script anywhere, no request to anywhere. A mail's own document inherits it, and cannot do without styles in its text. */
export const CONTENT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The mailbox for people: newest first, the newest one open. */
export function mailPage(mails: readonly Mail[]): string {
  const shown = mails.slice(-SHOWN).reverse()
  const more = `<p>${introduction(mails.length)}</p>
<p><a class="button" href="/_local/mail">Look for new mail</a> <a class="button" href="/_local/templates">See every mail there is</a></p>`
  return page("Mail", more, shown)
}

/** Every mail there is, with made-up words. */
export const templatesPage = (mails: readonly Mail[]): string =>
  page("Mail templates", "<p>Every mail there is, in every language, with made-up words. None was sent.</p>", mails)

function page(title: string, introduction: string, mails: readonly Mail[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${introduction}
${mails.map((mail, index) => article(mail, index === 0)).join("\n")}
</main>
</body>
</html>
`
}

function introduction(count: number): string {
  if (count === 0) return "Nothing has been sent yet. Mail appears here and goes nowhere else."
  const which = count > SHOWN ? `The newest ${SHOWN} of ${count} mails` : count === 1 ? "One mail" : `${count} mails`
  return `${which}${count > 1 ? ", newest first" : ""}. Nothing leaves this machine.`
}

function article({ id, from, to, subject: given, text, html, attachments, at }: Mail, isOpen: boolean): string {
  const subject = given || "(no subject)"
  return `<details class="mail"${isOpen ? " open" : ""}>
<summary><h2>${escaped(subject)}</h2><p>To ${escaped(to.replaceAll(",", ", "))} · ${time(at)}</p></summary>
<p class="from">From ${escaped(from)}</p>
${text ? `<div class="text">${linked(text)}</div>` : ""}
${html ? formatted(html, subject, isOpen) : ""}
${attachments.map(({ filename, base64 }, index) => attachment(id, index, filename, base64)).join("\n")}
</details>`
}

/** In a frame that may run nothing and leave nothing, but for a link somebody follows. */
const formatted = (html: string, subject: string, isSeen: boolean) => `<details class="formatted" open>
<summary>With formatting</summary>
<iframe title="${escaped(subject)}" loading="${isSeen ? "eager" : "lazy"}" sandbox="allow-top-navigation-by-user-activation" srcdoc="${escaped(
  `<!doctype html><base target="_top">${html}`,
)}"></iframe>
</details>`

function attachment(id: string, index: number, filename: string, base64: string): string {
  const kilobytes = Math.max(1, Math.round((base64.length * 3) / 4 / 1024))
  return `<p><a download href="/_local/mail/${encodeURIComponent(id)}/${index}">${escaped(filename)}</a> (${kilobytes} KB)</p>`
}

const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" })
const time = (at: string) => `<time datetime="${escaped(at)}">${TIME.format(new Date(at))} UTC</time>`

/** Text with its addresses as links; a sentence's own punctuation is not part of them. */
const linked = (text: string) =>
  text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]])/)
    .map((part, at) => (at % 2 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join("")

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? "")
