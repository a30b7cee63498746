import { createHash } from "node:crypto"
import { type Api, type Chat, createApi, openChat } from "@spec-wizard/client"
import { afterAll, afterEach, beforeAll } from "vitest"
import { type House, startHouse } from "../../src/house.ts"
import { interviewing } from "../../src/stand-in/interviewer/interviewing.ts"
import { openStandIn, type StandIn } from "../../src/stand-in/stand-in.ts"

export const SERVER_KEY = "sk-server-0123456789"
export const OWNER_KEY = "sk-owner-0123456789"
export const VISITOR_KEY = "sk-visitor-0123456789"

export type Asked = {
  readonly standIn: StandIn
  readonly house: House
  begin(): Promise<{ api: Api; chat: Chat; sessionId: string }>
}

/** A house whose models are asked at a stand-in. Handlers keep who is asked, so a file has one. */
export function withModels(env: { MODEL_PROVIDER: string } & Record<string, string>): Asked {
  let standIn: StandIn
  let house: House
  const chats: Chat[] = []
  beforeAll(async () => {
    standIn = await openStandIn({ script: interviewing })
    const { anthropic, openai, compatible, bedrock } = standIn.baseUrls
    const base = { anthropic, openai, "openai-compatible": compatible, bedrock }[env.MODEL_PROVIDER] ?? ""
    const hash = createHash("sha256").update(OWNER_KEY).digest("hex")
    const settings = { LIMIT_SCALE: "100", MODEL_BASE_URL: base, MODEL_API_KEY: SERVER_KEY, OWNER_API_KEY_HASH: hash }
    house = await startHouse({ port: 0, env: { ...settings, ...env } })
  })
  afterEach(() => {
    for (const chat of chats.splice(0)) chat.close()
    standIn.play(interviewing)
  })
  afterAll(async () => {
    await house.stop()
    await standIn.close()
  })
  return {
    get standIn() {
      return standIn
    },
    get house() {
      return house
    },
    async begin() {
      const api = createApi({ baseUrl: house.url })
      const { session } = await api.sessions.create({ locale: "en" })
      const chat = openChat({ api, sessionId: session.id })
      chats.push(chat)
      return { api, chat, sessionId: session.id }
    },
  }
}

type Ended = { type: string; model?: string; code?: string }

/** Says it, and waits for the turn's end. */
export async function said(chat: Chat, text: string, key?: { provider: string; apiKey: string }): Promise<Ended> {
  const ended = new Promise<Ended>((resolve) => {
    const stop = chat.on("event", (event) => {
      if (!/^turn\.(completed|failed|stopped)$/.test(event.type)) return
      stop()
      resolve(event)
    })
  })
  await chat.send(text, key ? { key } : {})
  return await ended
}

export const answers = ({ state }: Chat): string[] =>
  state.messages.filter(({ role }) => role === "wizard").map(({ text }) => text)
