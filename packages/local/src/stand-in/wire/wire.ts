import type { Answer } from "../answer.ts"
import type { Asked } from "../call.ts"

/** Some bytes of a stream, one event, and how many characters of the answer they bring. */
export type Frame = { text: string; characters: number }

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
  failure(status: number, message: string): string
  /** The header that names a request. */
  requestId: string
}

export type Typed = { type: string; [field: string]: unknown }

export const event = (data: Typed, characters = 0): Frame => ({
  text: `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`,
  characters,
})

export const dataOnly = (data: unknown, characters = 0): Frame => ({
  text: `data: ${JSON.stringify(data)}\n\n`,
  characters,
})
