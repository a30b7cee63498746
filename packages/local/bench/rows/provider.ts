import { mkdtemp, rm } from "node:fs/promises"
import os from "node:os"
import path from "node:path"
import { artefact } from "@spec-wizard/infra/bundle"
import type { ModelChoice } from "@spec-wizard/interviewer/model/provider"
import { environment } from "../../src/environment.ts"
import { functionEnvironment } from "../../src/function-environment.ts"
import { bytesRead, probed, type Startable } from "../probe.ts"
import type { Line, Row } from "../row.ts"
import { median, spread } from "../statistics.ts"

const RUNS = 15
const KB = 1024
const BUDGET = 0.75
const FLOOR = "packages/local/bench/floor"
const KEY = Buffer.alloc(32).toString("base64")

/** What is made of each is never asked. */
const CHOICES: ModelChoice[] = [
  { provider: "anthropic", model: "none", apiKey: "none" },
  { provider: "openai", model: "none", apiKey: "none" },
  { provider: "openai-compatible", model: "none", baseUrl: "http://127.0.0.1:9/v1" },
]

export const provider: Row = {
  name: "provider",
  title: "reply with one provider, against everything at once",
  how: `What a fresh process reads, and its CPU time (user and system), to the moment a model could be asked: \`reply\` in files of which only those
of one provider are read, as it is deployed, against \`reply\` with every provider and the guided interviewer imported at its start, in one
file. A KB is 1,024 bytes. Medians of ${RUNS} processes each, in turns.`,
  async run(say) {
    const directory = await mkdtemp(path.join(os.tmpdir(), "spec-wizard-provider-"))
    try {
      say("building")
      const [one, all] = await Promise.all([
        built("one-provider", path.join(directory, "one"), true),
        built("all-in", path.join(directory, "all"), false),
      ])
      const runs = CHOICES.map((choice) => ({ choice, one: [] as number[], all: [] as number[] }))
      for (let run = 0; run < RUNS; run++) {
        say(`starting each, ${run + 1} of ${RUNS}`)
        for (const { choice, ...times } of runs) {
          times.one.push((await probed(one, choice)).called)
          times.all.push((await probed(all, choice)).called)
        }
      }
      const read = runs.map(async ({ choice }) =>
        sizeLine(choice, await bytesRead(one, choice), await bytesRead(all, choice)),
      )
      return [...(await Promise.all(read)), ...runs.map(({ choice, one, all }) => cpuLine(choice, one, all))]
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  },
}

async function built(floor: string, directory: string, split: boolean): Promise<Startable> {
  const handler = `${FLOOR}/${floor}.handler`
  await artefact({ handler, split, resources: {} }, directory, KEY)
  const url = "http://127.0.0.1:9"
  const house = { ...environment({}, { port: 9, dynamodb: url, files: url }), LOG_LEVEL: "silent" }
  const env = functionEnvironment(house, { name: floor, handler, memoryMb: 512, directory, key: KEY, dynamodb: url })
  return { file: path.join(directory, `${FLOOR}/${floor}.mjs`), directory, env }
}

function sizeLine({ provider }: ModelChoice, one: number, all: number): Line {
  return {
    what: `${provider}: read until a model can be asked`,
    measured: `${(one / KB).toFixed(0)} KB`,
    floor: `all at once: ${(all / KB).toFixed(0)} KB`,
    ratio: one / all,
    budget: `≤ ${BUDGET} ×`,
    met: one <= BUDGET * all,
  }
}

const cpuLine = ({ provider }: ModelChoice, one: number[], all: number[]): Line => ({
  what: `${provider}: CPU until then`,
  measured: spread(one, "ms CPU", 0),
  floor: `all at once: ${spread(all, "ms", 0)}`,
  ratio: median(one) / median(all),
})
