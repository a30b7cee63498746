import type { IncomingMessage } from "node:http"
import { escapeUriPath } from "@smithy/core/protocols"
import { StorageError } from "./error.ts"

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
const MAX_KEY_BYTES = 1024
/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

export type Address = {
  bucket: string
  /** Empty when the bucket itself is meant. */
  key: string
  /** As it is signed, whichever way the sender has escaped it. */
  path: string
  query: URLSearchParams
}

/** `/bucket/key` at an address or `localhost`, `/key` at `bucket.localhost`. */
export function addressOf({ url = "/", headers }: Pick<IncomingMessage, "url" | "headers">): Address {
  const [raw = "", search = ""] = url.split(/\?(.*)/s)
  const path = decode(raw)
  const named = /^(.+)\.localhost(?::\d+)?$/.exec(headers.host ?? "")?.[1]
  const [bucket = "", key = ""] = named === undefined ? path.slice(1).split(/\/(.*)/s) : [named, path.slice(1)]
  if (!BUCKET.test(bucket)) throw new StorageError(400, "InvalidBucketName", "The specified bucket is not valid.")
  if (key !== "") assertKey(key)
  return { bucket, key, path: escapeUriPath(path), query: new URLSearchParams(search) }
}

/** Files are not named after keys, so no key could leave their directory. What S3 refuses is refused all the same. */
export function assertKey(key: string): void {
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new StorageError(400, "KeyTooLongError", "Your key is too long")
  if (key.includes("\0") || climbs(key)) throw invalidUri()
}

/** Whether a key has, at any point, more steps up than down. */
function climbs(key: string): boolean {
  let depth = 0
  return key.split("/").some((step) => {
    depth += step === ".." ? -1 : 1
    return depth < 0
  })
}

function decode(path: string): string {
  if (!path.startsWith("/")) throw invalidUri()
  try {
    return decodeURIComponent(path)
  } catch {
    throw invalidUri() // no UTF-8
  }
}

const invalidUri = () => new StorageError(400, "InvalidURI", "Couldn't parse the specified URI.")
