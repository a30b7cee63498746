import { parseXML, XmlNode } from "@aws-sdk/xml-builder"
import * as z from "zod/mini"
import { notImplemented, StorageError } from "./error.ts"
import type { Files } from "./files.ts"

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
  mayDelete: (key: string) => boolean,
): Promise<XmlNode> {
  const { Object: given, Quiet: quiet } = parse(text)
  const objects = Array.isArray(given) ? given : [given]
  if (objects.length > MAX_KEYS) throw malformed()
  if (objects.some(({ VersionId: version, ETag: etag }) => version ?? etag)) throw notImplemented("VersionId, ETag")
  const results: XmlNode[] = []
  for (const { Key: key } of objects) {
    if (!mayDelete(key)) {
      const [code, message] = [XmlNode.of("Code", "AccessDenied"), XmlNode.of("Message", "Access Denied")]
      results.push(new XmlNode("Error", [XmlNode.of("Key", key), code, message]))
      continue
    }
    await files.delete({ bucket, key })
    if (quiet !== "true") results.push(new XmlNode("Deleted", [XmlNode.of("Key", key)]))
  }
  return new XmlNode("DeleteResult", results)
}

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
