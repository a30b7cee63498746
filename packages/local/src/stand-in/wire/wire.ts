import type { Answer } from "../answer.ts"
import type { Asked } from "../call.ts"

/** Some bytes of a stream, one event, and how many characters of the answer they bring. */
export type Frame = { bytes: Buffer; characters: number }

/** How a provider speaks. */
export type Wire = {
  /**
   * `recall` gives the text of an earlier answer by the id of its item, for clients that do not send it again.
   * @throws {z.core.$ZodError} for a body that is none of this provider's
   */
  read(body: unknown, recall: (itemId: string) => string): Asked
  stream(answer: Answer): Frame[]
  /** An answer that is not streamed. */
  whole(answer: Answer): unknown
  /** The body of an answer with that status; `isPassing` when it names a moment to try again. */
  refusal(status: number, message: string, isPassing: boolean): unknown
  /** The event that tells of an error when the status is already 200. */
  failure(status: number, message: string): Buffer
  /** The header that names a request. */
  requestId: string
  /** Of a stream. */
  contentType: string
  /** Headers of a refusal, beside what it says of its body. */
  refusalHeaders?(status: number): Record<string, string>
}

export type Typed = { type: string; [field: string]: unknown }

export const event = (data: Typed, characters = 0): Frame => ({
  bytes: Buffer.from(`event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`),
  characters,
})

export const dataOnly = (data: unknown, characters = 0): Frame => ({
  bytes: Buffer.from(`data: ${JSON.stringify(data)}\n\n`),
  characters,
})

/** Server-sent events, which all but one of them speak. */
export const EVENTS = "text/event-stream; charset=utf-8"
