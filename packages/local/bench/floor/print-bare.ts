import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"

/** The same content as a Typst file that is all text. */
export async function handler({ workspace, fonts }: { workspace: string; fonts: string[] }): Promise<number> {
  const typst = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts }] })
  const compiled = typst.compile({ mainFilePath: `${workspace}/bare.typ` })
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  return typst.pdf(compiled.result, { pdfStandard: "ua-1" }).length
}
