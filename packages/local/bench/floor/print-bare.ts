import { readFile } from "node:fs/promises"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"

/** Typst alone: one file of a folder, with what it may read as `sheet`. */
export async function handler(of: { folder: string; file: string; sheet?: string; fonts: string[] }): Promise<number> {
  const typst = NodeCompiler.create({ workspace: of.folder, fontArgs: [{ fontPaths: of.fonts }] })
  const inputs = of.sheet === undefined ? {} : { inputs: { sheet: await readFile(of.sheet, "utf8") } }
  const compiled = typst.compile({ mainFilePath: `${of.folder}/${of.file}`, ...inputs })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  return typst.pdf(compiled.result, { pdfStandard: "ua-1" }).length
}
