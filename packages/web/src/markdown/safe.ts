import DOMPurify from "dompurify"
import { blocks } from "./blocks.ts"

const allowed = {
  ALLOWED_TAGS: ["p", "br", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "a", "span"],
  ALLOWED_ATTR: ["href", "rel", "target", "start", "class", "tabindex"],
  ALLOWED_URI_REGEXP: /^https:/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
}

// The sanitiser drops `target` unless it also guards it; links of ours are the only ones there are.
DOMPurify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName !== "A") return
  node.setAttribute("target", "_blank")
  node.setAttribute("rel", "noopener noreferrer nofollow")
})

/** Untrusted Markdown as HTML that may be shown: blocks.ts writes no other HTML, the sanitiser makes sure of it. */
export const safeBlocks = (text: string): string[] => blocks(text).map((html) => DOMPurify.sanitize(html, allowed))
