/** `pnpm evaluate`: plays briefs to an interviewer and scores, by code, what it made of them. */
import { writeFile } from "node:fs/promises"
import { fromCaller } from "./caller.ts"
import { readBriefs } from "./evaluate/brief.ts"
import { openInterviewer } from "./evaluate/interviewer.ts"
import { readOptions } from "./evaluate/options.ts"
import { play } from "./evaluate/play.ts"
import { failures, table } from "./evaluate/report.ts"
import { type Score, score } from "./evaluate/score.ts"
import { startHouse } from "./house.ts"
import { StartError } from "./settings.ts"
import { createScreen } from "./talk/screen.ts"

try {
  const { files, isStandIn, isShown, turns, out, thresholds } = readOptions(process.argv.slice(2))
  const briefs = await readBriefs(files)
  const interviewer = await openInterviewer(isStandIn)
  const quiet = { LOG_LEVEL: process.env["LOG_LEVEL"] || "silent" }
  const house = await startHouse({ port: 0, env: { ...quiet, ...interviewer.env } })
  const screen = createScreen(isShown ? process.stderr : { write: () => {} })
  const scores: Score[] = []
  for (const brief of briefs) {
    process.stderr.write(`${brief.name} …\n`)
    const played = await play(brief, { url: house.url, turns, screen })
    scores.push(score(brief, played, interviewer.isGuided))
  }
  await house.stop()
  await interviewer.close()

  process.stdout.write(`${interviewer.name}\n\n${table(scores)}\n`)
  if (out !== undefined) {
    const place = fromCaller(out)
    await writeFile(place, `${JSON.stringify({ interviewer: interviewer.name, turns, scores }, null, 2)}\n`)
  }
  const failed = failures(scores, thresholds)
  for (const sentence of failed) process.stderr.write(`${sentence}\n`)
  process.exit(failed.length > 0 ? 1 : 0)
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else console.error(error)
  process.exit(1)
}
