import type { Document } from "../../protocol/document.ts"
import type { Format } from "../../protocol/format.ts"
import { gherkin } from "./gherkin.ts"
import type { Input } from "./input.ts"
import { json } from "./json.ts"
import { kiro } from "./kiro.ts"
import { markdown } from "./markdown.ts"
import { openSpec } from "./openspec.ts"
import { specKit } from "./spec-kit.ts"

export type { Input } from "./input.ts"
export { Export, parseExport } from "./json.ts"

/** A document as a file. `name` is what the format's own tools call it, without the extension. */
export type File = { text: string; contentType: string; extension: string; name: string }

/** Pure, and the same in a browser and on a server. */
export function render(document: Document, { format, ...input }: Input & { format: Format }): File {
  const { print, ...kind } = formats[format]
  return { text: print(document, input), ...kind }
}

const MARKDOWN = { contentType: "text/markdown; charset=utf-8", extension: "md" }

const formats: Readonly<Record<Format, Omit<File, "text"> & { print(document: Document, input: Input): string }>> = {
  json: { contentType: "application/json", extension: "json", name: "specification", print: json },
  markdown: { ...MARKDOWN, name: "specification", print: markdown },
  gherkin: {
    contentType: "text/plain; charset=utf-8",
    extension: "feature",
    name: "specification",
    print: gherkin,
  },
  "spec-kit": { ...MARKDOWN, name: "spec", print: specKit },
  kiro: { ...MARKDOWN, name: "requirements", print: kiro },
  openspec: { ...MARKDOWN, name: "spec", print: openSpec },
}
