import { Marked, type Tokens } from "marked"

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "")

const none = () => undefined

/**
 * The subset a wizard's text may use: paragraphs, lists, emphasis, code, quotes, links. What is switched off here (HTML, tables,
 * reference definitions) stays visible as the characters that were written.
 */
const marked = new Marked({
  gfm: true,
  breaks: true,
  tokenizer: { html: none, tag: none, table: none, def: none, del: none },
  renderer: {
    heading({ tokens }) {
      return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>`
    },
    code: ({ text }) => `<pre tabindex="0"><code>${escaped(text)}</code></pre>`,
    checkbox: ({ checked }) => (checked ? "[x] " : "[ ] "),
    image: ({ text }) => escaped(text),
    link(token) {
      return link(token, this.parser.parseInline(token.tokens))
    },
  },
})

/** Only https, and never without the host it leads to: the words of a link are the writer's, the host is not. */
function link({ href, text }: Tokens.Link, html: string): string {
  const url = address(href)
  if (url?.protocol !== "https:" || url.username || url.password) return html
  const host = address(text)?.host === url.host ? "" : ` <span class="host">(${escaped(url.host)})</span>`
  return `<a href="${escaped(url.href)}" rel="noopener noreferrer nofollow" target="_blank">${html}</a>${host}`
}

function address(href: string): URL | undefined {
  try {
    return new URL(href)
  } catch {
    return undefined
  }
}

/** One piece of HTML for each block, so that blocks already shown stay untouched while the last one grows. */
export const blocks = (text: string): string[] =>
  marked
    .lexer(text)
    .filter(({ type }) => type !== "space" && type !== "hr")
    .map((token) => marked.parser([token]))
