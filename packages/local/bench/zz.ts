import { writeFileSync, cpSync, readFileSync } from "node:fs"
import { FONT_FILES } from "@spec-wizard/exports/pdf/fonts"
import { sheetOf } from "@spec-wizard/exports/pdf/sheet"
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler"
import { history, input, many } from "../../exports/test/pdf-documents.ts"
import { toTypst } from "./plain-sheet.ts"
const mode = process.argv[2]; const n = Number(process.argv[3] ?? 60); const tpl = process.argv[4] ?? "/work/main/packages/exports/src/pdf/template"
const cpu = () => { const { user, system } = process.cpuUsage(); return Math.round((user + system) / 1000) }
const s0=cpu(); const doc = many(n); const s1=cpu(); const sheet = sheetOf(doc, { ...input, history, paper: "a4" })
const t0 = cpu()
let typst, main, inputs
if (mode === "bare") { const ws="/work/main/.scratch/pdfx"; writeFileSync(ws+"/bare.typ", toTypst(sheet)); typst = NodeCompiler.create({ workspace: ws, fontArgs: [{ fontPaths: [...FONT_FILES] }] }); main = ws+"/bare.typ" }
else { typst = NodeCompiler.create({ workspace: tpl, fontArgs: [{ fontPaths: [...FONT_FILES] }] }); main = tpl+"/main.typ"; inputs = { sheet: JSON.stringify(sheet) } }
const t1 = cpu()
const c = typst.compile({ mainFilePath: main, ...(inputs && { inputs }) })
if (!c.result) { console.log(JSON.stringify(c.takeError()?.shortDiagnostics).slice(0,400)); process.exit(1) }
const t2 = cpu()
const bytes = typst.pdf(c.result, { pdfStandard: "ua-1" })
const t3 = cpu()
const pages = Buffer.from(bytes).toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length
console.log("sheet", cpu()-0-t3, "many", s1-s0, "sheetOf", t0-s1); console.log(mode, n, "start", t0, "create", t1-t0, "compile", t2-t1, "pdf", t3-t2, "total", t3, "pages", pages, "kb", bytes.length>>10, "rss", Math.round(process.resourceUsage().maxRSS/1024))
