/** `pnpm bench`: every budget against its floor, in one run; `pnpm bench <row>`: one of them, printed only. */
import { mkdir, writeFile } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { markdown, plain, type Result } from "./report.ts"
import type { Row } from "./row.ts"
import { bundles } from "./rows/bundles.ts"
import { document } from "./rows/document.ts"
import { echo } from "./rows/echo.ts"
import { enumeration } from "./rows/enumeration.ts"
import { firstToken } from "./rows/first-token.ts"
import { frames } from "./rows/frames.ts"
import { middleware } from "./rows/middleware.ts"
import { pdf } from "./rows/pdf.ts"
import { provider } from "./rows/provider.ts"
import { start } from "./rows/start.ts"
import { table } from "./rows/table.ts"
import { unlock } from "./rows/unlock.ts"
import { window } from "./rows/window.ts"
import { writeUnits } from "./rows/write-units.ts"

const ROWS: Row[] = [
  bundles,
  provider,
  middleware,
  firstToken,
  unlock,
  frames,
  table,
  writeUnits,
  document,
  pdf,
  window,
  enumeration,
  echo,
  start,
]

/** Budgets whose subject does not exist yet. */
const NOT_YET = ["the cost of a model per session", "the price of 1,000 sessions"]

const RESULTS = path.resolve(import.meta.dirname, "../../../bench/RESULTS.md")

process.env["LOG_LEVEL"] = "silent"
Object.assign(process.env, { AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" })
process.env["AWS_EC2_METADATA_DISABLED"] = "true"

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !ROWS.some((row) => row.name === name))
if (unknown !== undefined) {
  process.stderr.write(`There is no row "${unknown}": ${ROWS.map((row) => row.name).join(", ")}.\n`)
  process.exit(1)
}

const results: Result[] = []
for (const row of ROWS) {
  if (wanted.length > 0 && !wanted.includes(row.name)) continue
  const lines = await row.run((progress) => process.stdout.write(`${row.name}: ${progress} …\n`))
  const result = { row, lines }
  results.push(result)
  process.stdout.write(`\n${plain(result)}\n`)
}

if (wanted.length === 0) {
  const [cpu] = os.cpus()
  const machine = `Node ${process.versions.node}, ${os.cpus().length} × ${cpu?.model.trim() ?? "unknown CPU"}, ${process.platform} ${process.arch}.`
  await mkdir(path.dirname(RESULTS), { recursive: true })
  await writeFile(RESULTS, markdown(results, machine, NOT_YET))
}

const missed = results.flatMap(({ lines }) => lines).filter((line) => line.met === false)
process.stdout.write(
  missed.length === 0
    ? "Every budget is met.\n"
    : `${missed.length} missed: ${missed.map(({ what }) => what).join("; ")}.\n`,
)
process.exit(missed.length === 0 ? 0 : 1)
