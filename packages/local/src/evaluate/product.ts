import type { End } from "@spec-wizard/core/protocol/event"
import type { Env } from "../environment.ts"
import { startHouse } from "../house.ts"
import { interviewing } from "../stand-in/interviewer/interviewing.ts"
import { openStandIn } from "../stand-in/stand-in.ts"

/** What is measured: a server, and who asks there. */
export type Product = {
  name: string
  url: string
  /** Of every turn there was, in no order. */
  ends: End[]
  /** A model is to be asked, so the guided interviewer only stands in for it. Undefined: not known here. */
  asksModel: boolean | undefined
  close(): Promise<void>
}

/** The server at `url`, or one of our own that asks whom the settings name, or the stand-in for a model. */
export async function openProduct({
  url,
  isStandIn,
}: {
  url: string | undefined
  isStandIn: boolean
}): Promise<Product> {
  if (url !== undefined) return { name: url, url, ends: [], asksModel: undefined, close: async () => {} }
  const interviewer = isStandIn ? await standInterviewer() : settledInterviewer()
  const quiet = { LOG_LEVEL: process.env["LOG_LEVEL"] || "silent", GUIDED_TOKENS_PER_SECOND: "0" }
  const house = await startHouse({ port: 0, env: { ...quiet, ...interviewer.env } })
  return {
    ...interviewer,
    url: house.url,
    ends: [],
    async close() {
      await house.stop()
      await interviewer.close()
    },
  }
}

type Interviewer = Pick<Product, "name" | "asksModel" | "close"> & { env: Env }

function settledInterviewer(): Interviewer {
  const provider = process.env["MODEL_PROVIDER"] || "guided"
  const name = [provider, process.env["MODEL"]].filter(Boolean).join("/")
  return { name, asksModel: provider !== "guided", env: {}, close: async () => {} }
}

async function standInterviewer(): Promise<Interviewer> {
  const standIn = await openStandIn({ script: interviewing })
  const env = {
    MODEL_PROVIDER: "anthropic",
    MODEL_PROVIDERS: "",
    MODEL_BASE_URL: standIn.baseUrls.anthropic,
    MODEL_API_KEY: "stand-in",
    MODEL: "",
  }
  return { name: "stand-in, priced as the provider's usual model", asksModel: true, env, close: standIn.close }
}
