import type { Item } from "../../protocol/document.ts"

/** What a line is called where there is no room for a sentence's end. */
export const headingOf = ({ title, text }: Pick<Item, "title" | "text">): string => title ?? text.replace(/[.\s]+$/, "")
