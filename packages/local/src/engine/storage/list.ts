import { XmlNode } from "@aws-sdk/xml-builder"
import { iso } from "@spec-wizard/core/clock"
import type { Address } from "./address.ts"
import { invalid } from "./error.ts"
import type { Entry, Files } from "./files.ts"

const MAX_KEYS = 1000

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listObjects(files: Files, { bucket, query }: Address): XmlNode {
  const prefix = query.get("prefix") ?? ""
  const limit = query.get("max-keys") ?? String(MAX_KEYS)
  if (!/^\d{1,9}$/.test(limit)) throw invalid("Provided max-keys not an integer or within integer range")
  const maxKeys = Math.min(Number(limit), MAX_KEYS)
  const token = query.get("continuation-token")
  const after = token === null ? (query.get("start-after") ?? "") : keyIn(token)
  const left = files
    .list(bucket)
    .filter(({ key }) => key.startsWith(prefix) && Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0)
  const page = left.slice(0, maxKeys)
  const last = page.length < left.length ? page.at(-1) : undefined
  return new XmlNode("ListBucketResult", [
    XmlNode.of("Name", bucket),
    XmlNode.of("Prefix", prefix),
    XmlNode.of("KeyCount", String(page.length)),
    XmlNode.of("MaxKeys", String(maxKeys)),
    XmlNode.of("IsTruncated", String(last !== undefined)),
    ...(token === null ? [] : [XmlNode.of("ContinuationToken", token)]),
    ...(last ? [XmlNode.of("NextContinuationToken", tokenOf(last))] : []),
    ...page.map(
      ({ key, modifiedAt, etag, size }) =>
        new XmlNode("Contents", [
          XmlNode.of("Key", key),
          XmlNode.of("LastModified", iso(modifiedAt)),
          XmlNode.of("ETag", etag),
          XmlNode.of("Size", String(size)),
          XmlNode.of("StorageClass", "STANDARD"),
        ]),
    ),
  ])
}

const tokenOf = ({ key }: Entry) => Buffer.from(key).toString("base64url")

function keyIn(token: string): string {
  const key = Buffer.from(token, "base64url").toString("utf8")
  if (token === "" || Buffer.from(key).toString("base64url") !== token)
    throw invalid("The continuation token provided is incorrect")
  return key
}
