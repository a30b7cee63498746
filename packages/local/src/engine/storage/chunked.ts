import { StorageError } from "./error.ts"

const MAX_LINE_BYTES = 8 * 1024

/**
 * What is inside `aws-chunked`: `<size in hex>\r\n<data>\r\n` again and again, `0\r\n`, and then lines of trailers, which land in the map.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export async function* dechunk(source: AsyncIterable<Buffer>, trailers: Map<string, string>): AsyncGenerator<Buffer> {
  const iterator = source[Symbol.asyncIterator]()
  try {
    const reader = new Reader(iterator)
    for (let size = await sizeOf(reader); size > 0; size = await sizeOf(reader)) {
      yield* reader.take(size)
      if ((await reader.line()) !== "") throw incomplete()
    }
    for (let line = await reader.line(); line !== ""; line = await reader.line()) {
      const [name = "", value = ""] = line.split(/:(.*)/s)
      trailers.set(name.trim().toLowerCase(), value.trim())
    }
  } finally {
    await iterator.return?.()
  }
}

async function sizeOf(reader: Reader): Promise<number> {
  const line = await reader.line()
  if (!/^[0-9a-f]{1,8}$/i.test(line)) throw incomplete()
  return Number.parseInt(line, 16)
}

/** Reads a stream of buffers by lines and by lengths. */
class Reader {
  readonly #source: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(source: AsyncIterator<Buffer>) {
    this.#source = source
  }

  /** Without its end. */
  async line(): Promise<string> {
    let end = this.#rest.indexOf("\r\n")
    while (end < 0) {
      if (this.#rest.length > MAX_LINE_BYTES) throw incomplete()
      this.#rest = Buffer.concat([this.#rest, await this.#next()])
      end = this.#rest.indexOf("\r\n")
    }
    const line = this.#rest.toString("latin1", 0, end)
    this.#rest = this.#rest.subarray(end + 2)
    return line
  }

  async *take(bytes: number): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0; ) {
      if (this.#rest.length === 0) this.#rest = await this.#next()
      const part = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(part.length)
      left -= part.length
      yield part
    }
  }

  async #next(): Promise<Buffer> {
    const { value, done } = await this.#source.next()
    if (done) throw incomplete()
    return value
  }
}

export const incomplete = () =>
  new StorageError(400, "IncompleteBody", "The request body terminated unexpectedly, or is not encoded as it says.")
