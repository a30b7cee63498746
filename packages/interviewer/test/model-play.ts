import { advance } from "@spec-wizard/core/document/apply"
import { resolve } from "@spec-wizard/core/document/propose"
import type { Context, Part } from "@spec-wizard/core/interviewer"
import { type Document, empty } from "@spec-wizard/core/protocol/document"
import type * as Message from "@spec-wizard/core/protocol/message"
import type * as Operation from "@spec-wizard/core/protocol/operation"
import { MockLanguageModelV4 } from "ai/test"
import { modelInterviewer, type Options } from "../src/model/interviewer.ts"
import type { Request, Part as StreamPart } from "../src/model/language-model.ts"
import type { ModelChoice } from "../src/model/provider.ts"
import type { Meter, Most, Spent } from "../src/model/spent.ts"

type Tool = { name: string; input: unknown }

/** What a provider does when it is asked: says something piece by piece, calls tools, or fails at some point. */
export type Play = {
  says?: readonly string[]
  tools?: readonly Tool[]
  /** A tool call that does not come to its end. */
  begins?: { name: string; input: string }
  /** In place of a stream. */
  refuses?: unknown
  /** After what it says. */
  breaks?: unknown
  /** After what it says, it says nothing more and does not end. */
  stalls?: true
  /** It goes on, whoever hangs up. */
  isDeaf?: true
  ends?: "stop" | "length" | "interrupted"
  tokens?: { input: number; output: number; cacheRead?: number; cacheWrite?: number }
}

export const usual: Play = {
  says: ["Cakes by ", "order, got it. ", "Who takes them?"],
  tools: [{ name: "propose", input: { changes: [] } }],
}

export const LIMITS = { firstByteMs: 5_000, silenceMs: 5_000, wholeMs: 20_000 }

/** A model that acts out its plays one after another, and remembers what it was asked. */
export function actor(...plays: Play[]) {
  const asked: Request[] = []
  const model = new MockLanguageModelV4({
    doStream: async (request) => {
      asked.push(request)
      const play = plays[asked.length - 1]
      if (!play) throw new Error("asked more often than expected")
      if (play.refuses) throw play.refuses
      return { stream: streamOf(play, request.abortSignal) }
    },
  })
  return { model, asked }
}

function streamOf(
  { says = [], tools = [], begins, breaks, stalls, isDeaf, ends = "stop", tokens }: Play,
  signal?: AbortSignal,
) {
  const parts: StreamPart[] = [
    { type: "stream-start", warnings: [] },
    ...says.map((delta) => ({ type: "text-delta" as const, id: "0", delta })),
    ...tools.map(({ name, input }, index) => ({
      type: "tool-call" as const,
      toolCallId: `call_${index}`,
      toolName: name,
      input: typeof input === "string" ? input : JSON.stringify(input),
    })),
    ...(begins
      ? [
          { type: "tool-input-start" as const, id: "call_x", toolName: begins.name },
          { type: "tool-input-delta" as const, id: "call_x", delta: begins.input },
        ]
      : []),
  ]
  const { input, output, cacheRead, cacheWrite } = { cacheRead: 0, cacheWrite: 0, ...tokens }
  const finish: StreamPart = {
    type: "finish",
    finishReason: { unified: ends, raw: undefined },
    usage: {
      inputTokens: { total: input, noCache: undefined, cacheRead, cacheWrite },
      outputTokens: { total: output, text: undefined, reasoning: undefined },
    },
  }
  return new ReadableStream<StreamPart>({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      if (!isDeaf) signal?.addEventListener("abort", () => controller.error(signal.reason), { once: true })
      if (stalls) return
      if (breaks) controller.enqueue({ type: "error", error: breaks })
      else controller.enqueue(finish)
      controller.close()
    },
  })
}

export const answering: ModelChoice = { provider: "anthropic", model: "large", apiKey: "k" }
const drafting: ModelChoice = { provider: "openai", model: "small", apiKey: "k" }

/** Keeps what it hears of calls, in order. */
export const listening = (spent: Spent[], begun: Most[] = []): Meter => ({
  fits: () => true,
  begin: async (most) => void begun.push(most),
  end: async (call) => void spent.push(call),
})

/** An interviewer whose models are actors: `large` answers, `small` drafts. */
export function interviewer(
  large: ReturnType<typeof actor>,
  small?: ReturnType<typeof actor>,
  options: Partial<Options> = {},
) {
  const spent: Spent[] = []
  const begun: Most[] = []
  const asks = modelInterviewer({
    models: { answer: answering, ...(small && { draft: drafting }) },
    temperature: 0.7,
    maxTokens: 1_000,
    timeouts: LIMITS,
    open: async ({ model }) => (model === "small" && small ? small.model : large.model),
    meter: listening(spent, begun),
    ...options,
  })
  return { asks, spent, begun }
}

export type Heard = { pieces: string[]; text: string; parts: Part[]; failure: unknown }

export async function hear(parts: AsyncIterable<Part>, onPart = () => {}): Promise<Heard> {
  const heard: Heard = { pieces: [], text: "", parts: [], failure: undefined }
  try {
    for await (const part of parts) {
      heard.parts.push(part)
      if (part.type === "text") heard.pieces.push(part.text)
      onPart()
    }
  } catch (error) {
    heard.failure = error
  }
  heard.text = heard.pieces.join("")
  return heard
}

export const choicesIn = ({ parts }: Heard) => parts.flatMap((part) => (part.type === "choices" ? part.choices : []))
export const usageIn = ({ parts }: Heard) => parts.find((part) => part.type === "usage")?.usage

/** The operations that the reply's changes come to. */
export function operationsIn({ parts }: Heard, context: Context, document: Document): Operation.Info[] {
  const { changes } = parts.findLast((part) => part.type === "changes") ?? {}
  if (!changes) return []
  const texts = new Map<string, string>(context.transcript.map(({ id, text }) => [id, text]))
  return resolve(document, changes.propose(document), { textOf: (id) => texts.get(id) })
}

const messageId = (seq: number) => `msg_01J${String(seq).padStart(23, "0")}` as const

export const message = (seq: number, text: string, role: Message.Role = "visitor"): Message.Info => ({
  id: messageId(seq),
  seq,
  role,
  text,
  at: "2026-11-21T09:00:00.000Z",
})

/** A conversation that ends with the message to answer; strings are the visitor's and the wizard's by turns. */
export function contextOf(texts: readonly string[], document: Document = empty("en"), from = 1): Context {
  const transcript = texts.map((text, index) =>
    message(from + index, text, (texts.length - 1 - index) % 2 === 0 ? "visitor" : "wizard"),
  )
  return contextWith(transcript, document)
}

export function contextWith(transcript: Message.Info[], document: Document = empty("en")): Context {
  const last = transcript.at(-1)
  if (!last) throw new Error("a conversation without a message")
  return {
    session: { id: "ses_01J00000000000000000000000", title: "", locale: "en" },
    message: last,
    transcript,
    memory: undefined,
    document: async () => document,
  }
}

/** A document that grew by what was proposed for one message. */
export function documentOf(proposals: Operation.Proposal[], text = "", before = empty("en")): Document {
  const operations = resolve(before, proposals, { textOf: () => text })
  return advance(before, { version: before.version + 1, operations })
}

export const line = (text: string, more: object = {}): Operation.Proposal => ({
  op: "add",
  item: { kind: "rule", text, evidence: "inferred", sources: [], dependsOn: [], ...more } as Operation.Draft, // `more` fits the kind it names
})

/** All text of a prompt, in order. */
export const textsIn = ({ prompt }: Pick<Request, "prompt">): string[] =>
  prompt.map(({ content }) =>
    typeof content === "string"
      ? content
      : content.map((part) => (part.type === "text" ? part.text : JSON.stringify(part))).join(""),
  )
