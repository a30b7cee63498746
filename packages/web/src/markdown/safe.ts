import DOMPurify from "dompurify"
import { blocks } from "./blocks.ts"

const allowed = {
  ALLOWED_TAGS: ["p", "br", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "a", "span"],
  ALLOWED_ATTR: ["href", "rel", "target", "start", "class", "tabindex"],
  ALLOWED_URI_REGEXP: /^https:/i,
  // All other values have to look like an allowed address too, unless their attribute is named here.
  ADD_URI_SAFE_ATTR: ["rel", "target", "start", "tabindex"],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
}

/** Untrusted Markdown as HTML that may be shown: blocks.ts writes no other HTML, the sanitiser makes sure of it. */
export const safeBlocks = (text: string): string[] => blocks(text).map((html) => DOMPurify.sanitize(html, allowed))
