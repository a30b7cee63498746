import type { Call } from "./call.ts"

/** Tokens. `input` counts what was neither read from the cache nor written to it, as Anthropic counts. */
export type Usage = { input: number; output: number; cacheRead: number; cacheWrite: number }

/** A string as `input` is sent as it is, JSON or not. */
export type Tool = { name: string; input: unknown }

/**
 * What goes wrong. Characters are those of the answer as its client puts it together, the text first, then the tools' inputs, in UTF-16
 * units; of an answer that is not streamed, those of its body.
 */
export type Fault =
  /** Without `retryAfterS` there is no such header. A `body` that is a string is sent as it is, as a proxy's page would be. */
  | { status: number; retryAfterS?: number; body?: unknown }
  /** Until the headers; `Infinity` is until the client hangs up. */
  | { slowMs: number }
  /** Silent until the client hangs up. */
  | { stallAfter: number }
  /** The connection closed in the middle of an event; or, clean, the body ended properly but for its last events. */
  | { truncateAfter: number; isClean?: boolean }
  /** One event whose JSON is cut short, or that is no event at all; the rest follows as if nothing had happened. */
  | { malformAfter: number; what?: "json" | "event" }
  /** An error inside of a 200, the very first event when after 0; of an answer that is not streamed, its status. 529 if not told. */
  | { errorAfter: number; status?: number }
  /** The text, repeated until it has so many characters, at once. */
  | { hugeDelta: number }
  /** The connection reset before the headers. */
  | { reset: true }
  /** An answer without text and tools. */
  | { empty: true }
  /** Every tool's input cut short; of another shape; or with quotes that nobody said. */
  | { toolInput: "not json" | "unfit" | "unsaid" }
  /** What the tools were to be called with, as text. */
  | { textForTools: true }

/** How a body is cut into writes: an event each; a byte each; or so many bytes each. */
export type Split = "event" | "byte" | number

export type Play = {
  /** A list is sent piece by piece, a string word by word. */
  text?: string | string[]
  tools?: Tool[]
  /** What is not told is counted at four characters a token. */
  usage?: Partial<Usage>
  /** `tool` if tools are called, else `end`. `refused`: by the model, or a filter. */
  stop?: "end" | "length" | "tool" | "refused"
  /** An event each, if not told. */
  split?: Split
  /** Between two writes. */
  paceMs?: number
  fault?: Fault
}

export type Script = (call: Call) => Play | Promise<Play>
