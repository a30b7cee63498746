import { readFile } from "node:fs/promises"
import { Printer } from "@spec-wizard/exports/pdf/printer"

/** A document from its JSON to its PDF, as `Render` makes it. */
export async function handler({ file }: { file: string }): Promise<number> {
  const { document, input } = JSON.parse(await readFile(file, "utf8"))
  return (await new Printer().render(document, input)).length
}
