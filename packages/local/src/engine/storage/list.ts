import { XmlNode } from "@aws-sdk/xml-builder"
import { iso } from "@spec-wizard/core/clock"
import type { Address } from "./address.ts"
import { invalid } from "./error.ts"
import type { Entry, Files } from "./files.ts"
import { ONLY_VERSION } from "./version.ts"

const MAX_KEYS = 1000

type Page = { prefix: string; maxKeys: number; entries: Entry[]; last: Entry | undefined }

/** Those after a key, at most as many as asked for; `last` when there are more. */
function pageOf(files: Files, { bucket, query }: Address, after: string): Page {
  const prefix = query.get("prefix") ?? ""
  const limit = query.get("max-keys") ?? String(MAX_KEYS)
  if (!/^\d{1,9}$/.test(limit)) throw invalid("Provided max-keys not an integer or within integer range")
  const maxKeys = Math.min(Number(limit), MAX_KEYS)
  const left = files
    .list(bucket)
    .filter(({ key }) => key.startsWith(prefix) && Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0)
  const entries = left.slice(0, maxKeys)
  return { prefix, maxKeys, entries, last: entries.length < left.length ? entries.at(-1) : undefined }
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listObjects(files: Files, address: Address): XmlNode {
  const { bucket, query } = address
  const token = query.get("continuation-token")
  const after = token === null ? (query.get("start-after") ?? "") : keyIn(token)
  const { prefix, maxKeys, entries, last } = pageOf(files, address, after)
  return new XmlNode("ListBucketResult", [
    XmlNode.of("Name", bucket),
    XmlNode.of("Prefix", prefix),
    XmlNode.of("KeyCount", String(entries.length)),
    XmlNode.of("MaxKeys", String(maxKeys)),
    XmlNode.of("IsTruncated", String(last !== undefined)),
    ...(token === null ? [] : [XmlNode.of("ContinuationToken", token)]),
    ...(last ? [XmlNode.of("NextContinuationToken", tokenOf(last))] : []),
    ...entries.map((entry) => new XmlNode("Contents", facts(entry))),
  ])
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html */
export function listVersions(files: Files, address: Address): XmlNode {
  const { bucket, query } = address
  const marker = query.get("key-marker") ?? ""
  const { prefix, maxKeys, entries, last } = pageOf(files, address, marker)
  const version = XmlNode.of("VersionId", ONLY_VERSION)
  const latest = XmlNode.of("IsLatest", "true")
  return new XmlNode("ListVersionsResult", [
    XmlNode.of("Name", bucket),
    XmlNode.of("Prefix", prefix),
    XmlNode.of("KeyMarker", marker),
    XmlNode.of("MaxKeys", String(maxKeys)),
    XmlNode.of("IsTruncated", String(last !== undefined)),
    ...(last ? [XmlNode.of("NextKeyMarker", last.key), XmlNode.of("NextVersionIdMarker", ONLY_VERSION)] : []),
    ...entries.map((entry) => new XmlNode("Version", [...facts(entry), version, latest])),
  ])
}

const facts = ({ key, modifiedAt, etag, size }: Entry) => [
  XmlNode.of("Key", key),
  XmlNode.of("LastModified", iso(modifiedAt)),
  XmlNode.of("ETag", etag),
  XmlNode.of("Size", String(size)),
  XmlNode.of("StorageClass", "STANDARD"),
]

const tokenOf = ({ key }: Entry) => Buffer.from(key).toString("base64url")

function keyIn(token: string): string {
  const key = Buffer.from(token, "base64url").toString("utf8")
  if (token === "" || Buffer.from(key).toString("base64url") !== token)
    throw invalid("The continuation token provided is incorrect")
  return key
}
