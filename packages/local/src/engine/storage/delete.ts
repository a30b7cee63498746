import { parseXML, XmlNode } from "@aws-sdk/xml-builder"
import * as z from "zod/mini"
import { notImplemented, StorageError } from "./error.ts"
import type { Files } from "./files.ts"
import { isVersion } from "./version.ts"

const MAX_KEYS = 1000
export const MAX_DELETE_BYTES = 2 * 1024 * 1024

const Objects = z.object({ Key: z.string(), VersionId: z.optional(z.string()), ETag: z.optional(z.string()) })

/** One element and a list of one look the same. */
const Delete = z.object({
  Delete: z.object({ Object: z.union([z.array(Objects), Objects]), Quiet: z.optional(z.string()) }),
})

/**
 * Each on its own: what the signer may not delete stays, and is told.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
 */
export async function deleteObjects(
  files: Files,
  bucket: string,
  text: string,
  mayDelete: (key: string, version?: string) => boolean,
): Promise<XmlNode> {
  const { Object: given, Quiet: quiet } = parse(text)
  const objects = Array.isArray(given) ? given : [given]
  if (objects.length > MAX_KEYS) throw malformed()
  if (objects.some(({ ETag: etag }) => etag)) throw notImplemented("ETag")
  const results: XmlNode[] = []
  for (const { Key: key, VersionId: version } of objects) {
    const which = { Key: key, ...(version && { VersionId: version }) }
    const refusal = !mayDelete(key, version)
      ? { Code: "AccessDenied", Message: "Access Denied" }
      : !isVersion(version)
        ? { Code: "NoSuchVersion", Message: "The specified version does not exist." }
        : undefined
    if (!refusal) await files.delete({ bucket, key })
    if (refusal) results.push(node("Error", { ...which, ...refusal }))
    else if (quiet !== "true") results.push(node("Deleted", which))
  }
  return new XmlNode("DeleteResult", results)
}

const node = (name: string, facts: Record<string, string>) =>
  new XmlNode(
    name,
    Object.entries(facts).map(([fact, text]) => XmlNode.of(fact, text)),
  )

function parse(text: string): z.infer<typeof Delete>["Delete"] {
  try {
    return Delete.parse(parseXML(text)).Delete
  } catch {
    throw malformed()
  }
}

const malformed = () =>
  new StorageError(
    400,
    "MalformedXML",
    "The XML you provided was not well-formed or did not validate against our published schema",
  )
