import type { Env } from "../environment.ts"
import { interviewing } from "../stand-in/interviewer/interviewing.ts"
import { openStandIn } from "../stand-in/stand-in.ts"

/** Who is asked: the settings that say so, beside those of the process. */
export type Asked = { name: string; isGuided: boolean; env: Env; close(): Promise<void> }

export async function openInterviewer(isStandIn: boolean): Promise<Asked> {
  if (!isStandIn) {
    const provider = process.env["MODEL_PROVIDER"] || "guided"
    const name = [provider, process.env["MODEL"]].filter(Boolean).join("/")
    return { name, isGuided: provider === "guided", env: {}, close: async () => {} }
  }
  const standIn = await openStandIn({ script: interviewing })
  const { anthropic } = standIn.baseUrls
  const env = {
    MODEL_PROVIDER: "anthropic",
    MODEL_PROVIDERS: "",
    MODEL_BASE_URL: anthropic,
    MODEL_API_KEY: "stand-in",
    MODEL: "",
  }
  return { name: "stand-in, priced as the provider's usual model", isGuided: false, env, close: standIn.close }
}
