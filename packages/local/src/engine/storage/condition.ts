import type { IncomingHttpHeaders } from "node:http"
import { noSuchKey, notImplemented, preconditionFailed, StorageError } from "./error.ts"
import type { Condition, Entry } from "./files.ts"

/** What a PUT demands of what it would replace. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
export function putCondition({ "if-match": match, "if-none-match": noneMatch }: IncomingHttpHeaders): Condition {
  if (noneMatch !== undefined && noneMatch !== "*") throw notImplemented("If-None-Match with an ETag")
  return (current) => {
    if (noneMatch !== undefined && current) throw preconditionFailed()
    if (match === undefined) return
    if (!current) throw noSuchKey()
    if (!names(match, current)) throw preconditionFailed()
  }
}

/** What a DELETE demands of what it would delete. */
export function deleteCondition({ "if-match": match }: IncomingHttpHeaders): Condition {
  return (current) => {
    if (match !== undefined && current && !names(match, current)) throw preconditionFailed()
  }
}

/** @throws {StorageError} when a reader does not want what there is: 412, or 304 for what they have already */
export function assertWanted(headers: IncomingHttpHeaders, entry: Entry): void {
  const { "if-match": match, "if-none-match": noneMatch } = headers
  if (match !== undefined && !names(match, entry)) throw preconditionFailed()
  if (noneMatch !== undefined && names(noneMatch, entry)) throw new StorageError(304, "NotModified", "Not Modified")
}

function names(list: string, { etag }: Entry): boolean {
  return list.split(",").some((one) => {
    const tag = one.trim().replace(/^W\//, "")
    return tag === "*" || tag === etag || `"${tag}"` === etag
  })
}
