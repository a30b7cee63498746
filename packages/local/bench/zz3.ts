import { mkdtemp, writeFile, mkdir } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { FONT_FILES } from "@spec-wizard/exports/pdf/fonts"
import { sheetOf } from "@spec-wizard/exports/pdf/sheet"
import { artefact } from "@spec-wizard/infra/bundle"
import { functions } from "@spec-wizard/infra/functions"
import { history, input, many } from "../../exports/test/pdf-documents.ts"
import { toTypst } from "./plain-sheet.ts"
import { probed } from "./probe.ts"
const folder = await mkdtemp(path.join(os.tmpdir(), "zz-"))
const document = many(75); const said = { ...input, history, paper: "a4" as const }
const sheet = sheetOf(document, said); console.log("long", sheet.hasLongWords)
const file = path.join(folder, "document.json"); const workspace = path.join(folder, "bare"); await mkdir(workspace)
await writeFile(file, JSON.stringify({ document, input: said })); await writeFile(path.join(workspace, "bare.typ"), toTypst(sheet))
const b = async (n) => { const d = path.join(folder, n); const { install, copies } = functions.Render; const w = await artefact({ handler: `packages/local/bench/floor/${n}.handler`, install, copies, resources: {} }, d, Buffer.alloc(32).toString("base64")); console.log(n, w); return { file: path.join(d, `packages/local/bench/floor/${n}.mjs`), directory: d, env: { LAMBDA_TASK_ROOT: d, PATH: process.env.PATH } } }
const ours = await b("print-ours"), bare = await b("print-bare")
const r = { o: [], b: [], oi: [], bi: [] }
for (let i = 0; i < 12; i++) { const o = await probed(ours, { file }); const f = await probed(bare, { workspace, fonts: FONT_FILES }); r.o.push(o.called); r.oi.push(o.imported); r.b.push(f.called); r.bi.push(f.imported) }
for (const k in r) console.log(k, Math.min(...r[k]), r[k].sort((a,b)=>a-b)[6])
process.exit()
