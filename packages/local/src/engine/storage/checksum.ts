import { createHash, type Hash } from "node:crypto"
import { crc32 } from "node:zlib"
import { notImplemented } from "./error.ts"

/** A checksum as its header has it: `x-amz-checksum-crc32`, and the value in base64. */
export type Checksum = { name: string; value: string }

type Digest = { update(chunk: Buffer): void; base64(): string }

const PREFIX = "x-amz-checksum-"
/** These say something of a checksum, and are none. */
const ABOUT = new Set(["mode", "type", "algorithm"])

/** The checksum that headers or trailers name, if they do. */
export function checksumNameIn(names: Iterable<string>): string | undefined {
  for (const name of names) if (name.startsWith(PREFIX) && !ABOUT.has(name.slice(PREFIX.length))) return name
  return undefined
}

export function digestOf(checksumName: string): Digest {
  const algorithm = checksumName.slice(PREFIX.length)
  if (algorithm === "crc32") return new Crc32()
  if (algorithm === "sha1" || algorithm === "sha256") return new Hashed(createHash(algorithm))
  throw notImplemented(checksumName)
}

class Crc32 implements Digest {
  #value = 0

  update(chunk: Buffer): void {
    this.#value = crc32(chunk, this.#value)
  }

  base64(): string {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(this.#value)
    return bytes.toString("base64")
  }
}

class Hashed implements Digest {
  readonly #hash: Hash

  constructor(hash: Hash) {
    this.#hash = hash
  }

  update(chunk: Buffer): void {
    this.#hash.update(chunk)
  }

  base64(): string {
    return this.#hash.digest("base64")
  }
}
