import type { IncomingMessage } from "node:http"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { Busboy, type BusboyInstance } from "@fastify/busboy"
import { invalid, StorageError } from "./error.ts"

/** Of all fields before the file. @see https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html */
const MAX_FIELDS_BYTES = 20 * 1024

export type Form = {
  /** By lower-case names; those before the file, the others count for nothing. */
  fields: ReadonlyMap<string, string>
  filename: string
  /** On its way in. */
  file: AsyncIterable<Buffer>
  /** Whatever becomes of the file, the rest of the form must come to its end. */
  skip(): void
}

/** What a browser's form says, as soon as its file begins. */
export async function readForm(request: IncomingMessage): Promise<Form> {
  const { promise, resolve, reject } = Promise.withResolvers<Form>()
  const fields = new Map<string, string>()
  let bytes = 0
  let isTooLong = false
  let begun: Readable | undefined
  const parser = parserOf(request)
  parser.on("field", (name, value, isNameCut, isValueCut) => {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(value)
    isTooLong ||= isNameCut || isValueCut || bytes > MAX_FIELDS_BYTES
    if (isTooLong) reject(tooManyFields())
    else fields.set(name.toLowerCase(), value)
  })
  parser.on("file", (_, file, filename) => {
    file.on("error", () => {}) // whoever reads it hears it too
    const skip = () => void file.resume()
    if (isTooLong) skip()
    else resolve({ fields: new Map(fields), filename: filename ?? "", file: wellFormed(file), skip })
    begun = file
  })
  // The request outlives its form, for it is answered.
  const source = Readable.from(request.iterator({ destroyOnReturn: false }), { objectMode: false })
  pipeline(source, parser).then(
    () => reject(invalid("POST requires exactly one file upload per request.")),
    () => {
      reject(malformed())
      begun?.destroy(malformed())
    },
  )
  return await promise
}

async function* wellFormed(file: Readable): AsyncGenerator<Buffer> {
  try {
    yield* file
  } catch {
    throw malformed()
  }
}

function parserOf({ headers }: IncomingMessage): BusboyInstance {
  try {
    return new Busboy({
      headers: { ...headers, "content-type": headers["content-type"] ?? "" },
      isPartAFile: (name) => name === "file",
      limits: { fieldSize: MAX_FIELDS_BYTES, fields: 100, files: 1 },
    })
  } catch {
    throw malformed()
  }
}

const malformed = () =>
  new StorageError(400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.")

const tooManyFields = () =>
  new StorageError(
    400,
    "MaxPostPreDataLengthExceeded",
    "Your POST request fields preceding the upload file were too large.",
  )
