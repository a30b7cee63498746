import { readdir } from "node:fs/promises"
import path from "node:path"
import { TEMPLATE_FOLDER } from "./renderer.ts"

/** What a document is set with: files of fonts, and the folder of the template. */
export type Assets = { fonts: readonly string[]; template: string }

/**
 * Deployed, both lie in the function's own folder, which Lambda names: no bundle can hold a font. Everywhere else the fonts are where their
 * packages have them.
 */
export async function assets(folder = process.env["LAMBDA_TASK_ROOT"]): Promise<Assets> {
  const fonts = folder === undefined ? undefined : await filesIn(path.join(folder, "fonts"))
  if (folder !== undefined && fonts) return { fonts, template: path.join(folder, "template") }
  const { FONT_FILES } = await import("./fonts.ts") // it looks for packages that a deployed function has not
  return { fonts: FONT_FILES, template: TEMPLATE_FOLDER }
}

/** Undefined when there is no such folder. */
async function filesIn(folder: string): Promise<string[] | undefined> {
  const names = await readdir(folder).catch(() => undefined)
  return names?.sort().map((name) => path.join(folder, name))
}
