import { type Chat, createApi, openChat } from "@spec-wizard/client"
import type { Play, Tool } from "../../src/stand-in/play.ts"
import { openStandIn } from "../../src/stand-in/stand-in.ts"
import type { Row, Say } from "../row.ts"
import { serve } from "../served.ts"
import { median, spread } from "../statistics.ts"

const MESSAGES = 8
/** Characters in a piece of an answer: three tokens. */
const PIECE = 12
/** Between two pieces, at 80 tokens a second. */
const PACE_MS = 37.5
const BUDGET_MS = 200

const QUESTION =
  "Two shops that bake at night, and orders online until ten the evening before. Who takes them in the shop?"
const choices: Tool = {
  name: "offer_choices",
  input: {
    choices: [
      { label: "Whoever serves", value: "Whoever serves at the counter." },
      { label: "One person", value: "One person in each shop." },
    ],
  },
}
const notes: Tool = {
  name: "propose",
  input: {
    language: "en",
    changes: Array.from({ length: 20 }, (_, at) => ({
      op: "add",
      kind: "requirement",
      text: `Show the orders of shop ${at}.`,
      evidence: "inferred",
    })),
  },
}

const play = (tools: Tool[]): Play => ({
  text: QUESTION.match(new RegExp(`.{1,${PIECE}}`, "gs")) ?? [],
  tools,
  paceMs: PACE_MS,
})

export const unlock: Row = {
  name: "unlock",
  title: "From the last word of a question to the next answer",
  how: `A model's stand-in speaks at 80 tokens a second: a question, then notes of 20 lines; or a question, two choices, then the notes. Measured in
a client of the whole local house, over ${MESSAGES} messages each: from the delta with the question's last word to the reply in the log, which
unlocks the box, and to the end of the turn, when the notes are written. The floor is the pace: one piece of the answer, without which
nobody knows that the question is over; of choices it is all of theirs.`,
  run: async (say) => {
    const [plain, chosen] = [await measure(say, [notes]), await measure(say, [choices, notes])]
    const pieces = Math.ceil(JSON.stringify(choices.input).length / PIECE)
    return [
      {
        what: "last word to unlocked",
        measured: spread(plain.unlocked, "ms", 0),
        floor: `one piece: ${PACE_MS} ms`,
        ratio: median(plain.unlocked) / PACE_MS,
        budget: `≤ ${BUDGET_MS} ms`,
        met: median(plain.unlocked) <= BUDGET_MS,
      },
      {
        what: "the same with two choices",
        measured: spread(chosen.unlocked, "ms", 0),
        floor: `${pieces} pieces: ${pieces * PACE_MS} ms`,
        ratio: median(chosen.unlocked) / (pieces * PACE_MS),
      },
      { what: "message to unlocked", measured: spread(plain.sent, "ms", 0) },
      { what: "message to written notes", measured: spread(plain.written, "ms", 0) },
    ]
  },
}

type Times = { sent: number[]; unlocked: number[]; written: number[] }

async function measure(say: Say, tools: Tool[]): Promise<Times> {
  const standIn = await openStandIn({ script: () => play(tools) })
  const house = await serve({
    MODEL_PROVIDER: "anthropic",
    MODEL_API_KEY: "sk-bench-0123456789",
    MODEL_BASE_URL: standIn.baseUrls.anthropic,
  })
  const times: Times = { sent: [], unlocked: [], written: [] }
  try {
    for (let message = 0; message <= MESSAGES; message++) {
      say(`message ${message}`)
      const api = createApi({ baseUrl: house.url })
      const { session } = await api.sessions.create({ locale: "en" })
      const chat = openChat({ api, sessionId: session.id })
      const { sent, word, unlocked, written } = await answered(chat)
      chat.close()
      if (message === 0) continue // the first one starts the workers
      times.sent.push(unlocked - sent)
      times.unlocked.push(unlocked - word)
      times.written.push(written - sent)
    }
    return times
  } finally {
    await house.stop()
    await standIn.close()
  }
}

/** When it was sent, its question's last word came, the reply stood in the log, and the notes were written. */
async function answered(chat: Chat) {
  const live = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<void>()
  let [text, word, unlocked] = ["", 0, 0]
  chat.subscribe(({ connection }) => connection === "live" && live.resolve())
  chat.on("delta", (delta) => {
    text += delta.text
    if (text.endsWith(QUESTION)) word = performance.now()
  })
  chat.on("message.appended", ({ message }) => {
    if (message.role === "wizard") unlocked = performance.now()
  })
  chat.on("turn.completed", () => ended.resolve())
  chat.on("turn.failed", ({ code }) => ended.reject(new Error(code)))
  await live.promise
  const sent = performance.now()
  await chat.send("We bake bread in two shops and want orders online until ten the evening before.")
  await ended.promise
  return { sent, word, unlocked, written: performance.now() }
}
