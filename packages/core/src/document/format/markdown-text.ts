import { plain } from "./plain.ts"

/** What is Markdown already. Made by `md` and `joined` alone, so that nobody's words become markup unescaped. */
export type Markdown = { readonly markdown: string }

/** Markdown with words in it: every value that is not Markdown is escaped. */
export const md = (markup: TemplateStringsArray, ...values: readonly (Markdown | string | number)[]): Markdown => ({
  markdown: markup.reduce((text, part, index) => `${text}${source(values[index - 1] ?? "")}${part}`),
})

export const joined = (parts: readonly (Markdown | string)[], separator: string): Markdown => ({
  markdown: parts.map(source).join(separator),
})

/** `level` deeper in a list. */
export const indented = (line: Markdown, level: number): Markdown => ({
  markdown: "  ".repeat(level) + line.markdown,
})

/** Blocks with an empty line between them. */
export const page = (blocks: readonly Markdown[]): string => `${joined(blocks, "\n\n").markdown}\n`

const source = (value: Markdown | string | number): string =>
  typeof value === "string" ? escaped(value) : typeof value === "number" ? String(value) : value.markdown

/**
 * One line that CommonMark and GitHub read as the characters it is made of. Backslashes, not entities: parsers that only look at the beginning
 * of lines read the file too, and people read the source.
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes and, for bare addresses, https://github.github.com/gfm/#autolinks-extension-
 */
const escaped = (text: string): string =>
  plain(text)
    .replace(/[\\`*_[\]<>#|~$@]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/(?<=www)\./gi, "\\.")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\")
