import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import { FONT_FILES } from "@spec-wizard/exports/pdf/fonts"
import { TEMPLATE_FOLDER } from "@spec-wizard/exports/pdf/renderer"
import { sheetOf } from "@spec-wizard/exports/pdf/sheet"
import { artefact } from "@spec-wizard/infra/bundle"
import { functions } from "@spec-wizard/infra/functions"
import { history, input, many } from "../../../exports/test/pdf-documents.ts"
import { environment } from "../../src/environment.ts"
import { functionEnvironment } from "../../src/function-environment.ts"
import { toHtml, toTypst } from "../plain-sheet.ts"
import { probed, type Startable } from "../probe.ts"
import type { Line, Row } from "../row.ts"
import { median, spread } from "../statistics.ts"

const RUNS = 9
const BUDGET = 1.3
const LINES = 75
const KEY = Buffer.alloc(32).toString("base64")
const FLOOR = "packages/local/bench/floor"

const CHROMIUM = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser"].filter(
  (file) => file !== undefined,
)

type Run = { cpu: number[]; memory: number[] }
const none = (): Run => ({ cpu: [], memory: [] })

export const pdf: Row = {
  name: "pdf",
  title: "a PDF, from the document to its bytes",
  how: `CPU time (user and system) and largest memory of a fresh process that makes one PDF of some 26 pages, with Node's start, Typst and its
fonts: \`Render\` as it is deployed, from the document, against Typst alone, from what the template is given. The document has lines of every
kind in six scripts, with criteria, quotes and a history. Medians of ${RUNS} processes each, in turns. For information, what the design costs:
Typst alone on a file that says the same in plain paragraphs, headings and tables; and Chromium's print of the same words from a page of HTML,
where it is installed.`,
  async run(say) {
    const folder = await mkdtemp(path.join(os.tmpdir(), "spec-wizard-pdf-"))
    try {
      say("building")
      const document = many(LINES)
      const said = { ...input, history, paper: "a4" as const }
      const file = path.join(folder, "document.json")
      const workspace = path.join(folder, "plain")
      await mkdir(workspace)
      const sheet = sheetOf(document, said)
      await Promise.all([
        writeFile(file, JSON.stringify({ document, input: said })),
        writeFile(path.join(folder, "sheet.json"), JSON.stringify(sheet)),
        writeFile(path.join(workspace, "plain.typ"), toTypst(sheet)),
        writeFile(path.join(folder, "page.html"), toHtml(sheet)),
      ])
      const ours = await built("print-ours", path.join(folder, "ours"))
      const bare = await built("print-bare", path.join(folder, "floor"))
      const browser = CHROMIUM.find((file) => existsSync(file))
      const template = { folder: TEMPLATE_FOLDER, file: "main.typ", sheet: path.join(folder, "sheet.json") }
      const plain = { folder: workspace, file: "plain.typ" }
      const [oursRuns, bareRuns, plainRuns, browserRuns] = [none(), none(), none(), none()]
      for (let run = 0; run < RUNS; run++) {
        say(`printing each, ${run + 1} of ${RUNS}`)
        await measure(oursRuns, ours, { file })
        await measure(bareRuns, bare, { ...template, fonts: FONT_FILES })
        await measure(plainRuns, bare, { ...plain, fonts: FONT_FILES })
        if (browser) browserRuns.cpu.push(await printedBy(browser, folder))
      }
      return [
        within("CPU", "ms CPU", oursRuns.cpu, bareRuns.cpu),
        within("memory", "MB", oursRuns.memory, bareRuns.memory),
        beside("a file without the design", oursRuns.cpu, plainRuns.cpu),
        browser ? beside("Chromium's print", oursRuns.cpu, browserRuns.cpu) : NO_BROWSER,
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}

async function built(floor: string, directory: string): Promise<Startable> {
  const handler = `${FLOOR}/${floor}.handler`
  const { install, copies } = functions.Render
  await artefact({ handler, install, copies, resources: {} }, directory, KEY)
  const url = "http://127.0.0.1:9"
  const house = { ...environment({}, { port: 9, dynamodb: url, files: url }), LOG_LEVEL: "silent" }
  const env = functionEnvironment(house, { name: floor, handler, memoryMb: 2048, directory, key: KEY, dynamodb: url })
  return { file: path.join(directory, `${FLOOR}/${floor}.mjs`), directory, env }
}

async function measure(runs: Run, one: Startable, event: object): Promise<void> {
  const { called, memoryMb } = await probed(one, event)
  runs.cpu.push(called)
  runs.memory.push(memoryMb)
}

function within(what: string, unit: string, ours: number[], bare: number[]): Line {
  const ratio = median(ours) / median(bare)
  return {
    what: `one PDF: ${what}`,
    measured: spread(ours, unit, 0),
    floor: `Typst alone: ${spread(bare, unit, 0)}`,
    ratio,
    budget: `≤ ${BUDGET} ×`,
    met: ratio <= BUDGET,
  }
}

const beside = (what: string, ours: number[], other: number[]): Line => ({
  what: `one PDF: CPU beside ${what}`,
  measured: spread(ours, "ms CPU", 0),
  floor: spread(other, "ms", 0),
  ratio: median(ours) / median(other),
})

const NO_BROWSER: Line = { what: "one PDF: CPU beside Chromium's print", measured: "there is no Chromium here" }

/** CPU milliseconds of the browser with all its processes, which the system counts for the shell that waits for them. */
async function printedBy(browser: string, folder: string): Promise<number> {
  const flags = "--headless --no-sandbox --disable-gpu --no-pdf-header-footer"
  const script = `"$0" ${flags} --user-data-dir="$1/profile" --print-to-pdf="$1/browser.pdf" "file://$1/page.html" >/dev/null 2>&1; cat /proc/$$/stat`
  const { stdout } = await promisify(execFile)("/bin/sh", ["-c", script, browser, folder])
  const [user = "", system = ""] = stdout
    .slice(stdout.lastIndexOf(")") + 2)
    .split(" ")
    .slice(13)
  return (Number(user) + Number(system)) * 10 // hundredths of a second
}
