/** `pnpm redrive --stage NAME [--queue NAME]`: what was laid aside after its last try is tried again. `local`: the house on this machine. */
import { parseArgs } from "node:util"
import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs"
import { type QueueName, queues } from "@spec-wizard/infra/functions"
import { SQS_PATH } from "./environment.ts"
import { moveBack } from "./move-back.ts"
import { StartError } from "./settings.ts"

const NAMES = Object.keys(queues) as QueueName[] // the keys of a literal
const USAGE = `Usage: pnpm redrive --stage NAME [--queue ${NAMES.join("|")}]; the stage "local" is the house on this machine.`

type Place = { sqs: SQSClient; urlOf: (name: string) => Promise<string> }

try {
  const { stage, chosen } = options()
  const { sqs, urlOf } = stage === "local" ? here() : deployed(stage)
  for (const name of chosen) {
    const moved = await moveBack(sqs, { from: await urlOf(`${name}DeadLetters`), to: await urlOf(name) })
    process.stdout.write(moved === 0 ? `${name}: nothing was laid aside.\n` : `${name}: ${moved} to be tried again.\n`)
  }
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error)
  process.stderr.write(`${error instanceof StartError ? reason : `The queues could not be reached: ${reason}`}\n`)
  process.exit(1)
}

function here(): Place {
  const endpoint = `http://127.0.0.1:${process.env["PORT"] || 8787}${SQS_PATH}`
  const credentials = { accessKeyId: "local", secretAccessKey: "local" }
  return {
    sqs: new SQSClient({ endpoint, region: "us-east-1", credentials, useQueueUrlAsEndpoint: false }),
    urlOf: async (name) => `${endpoint}/000000000000/${name}`,
  }
}

/** With the credentials of the shell. SST ends every name by eight letters of its own. */
function deployed(stage: string): Place {
  const sqs = new SQSClient({ region: process.env["AWS_REGION"] || "eu-central-1" })
  return {
    sqs,
    async urlOf(name) {
      const QueueNamePrefix = `spec-wizard-${stage}-${name}Queue-`
      const { QueueUrls: [url, ...others] = [] } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix }))
      if (!url || others.length > 0)
        throw new StartError(`${url ? "More than one queue begins" : "No queue begins"} with ${QueueNamePrefix}.`)
      return url
    },
  }
}

/** @throws {StartError} */
function options(): { stage: string; chosen: QueueName[] } {
  try {
    const { values } = parseArgs({ options: { stage: { type: "string" }, queue: { type: "string" } } })
    const chosen = NAMES.filter((name) => values.queue === undefined || values.queue === name)
    if (values.stage && chosen.length > 0) return { stage: values.stage, chosen }
  } catch {
    // Said below.
  }
  throw new StartError(USAGE)
}
