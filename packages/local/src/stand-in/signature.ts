import { createHash, createHmac } from "node:crypto"
import type { IncomingMessage } from "node:http"
import { SECRET_KEY } from "../access.ts"

const MAX_SKEW_MS = 5 * 60_000

/**
 * The access key id that a request to Bedrock is signed with, by version 4 of AWS's signatures; undefined when it is not, or not by anybody of
 * this machine, or is of something else, or of another time.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function signerOf(request: IncomingMessage, body: Buffer, now = Date.now()): string | undefined {
  const { authorization = "", "x-amz-date": date } = request.headers
  const [, credential = "", names = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? []
  const [keyId = "", day = "", region = "", service = "", end = ""] = credential.split("/")
  if (typeof date !== "string" || Math.abs(timeOf(date) - now) > MAX_SKEW_MS) return undefined
  if (!/^local(-\w+)?$/.test(keyId) || service !== "bedrock" || end !== "aws4_request" || !date.startsWith(day))
    return undefined
  const signed = names.split(";")
  if (!signed.includes("host") || !signed.includes("x-amz-date")) return undefined
  const [path = "/", query = ""] = (request.url ?? "/").split("?")
  const canonical = [
    request.method,
    path.split("/").map(encoded).join("/"),
    query,
    ...signed.map((name) => `${name}:${request.headersDistinct[name]?.join(",").trim() ?? ""}`),
    "",
    names,
    createHash("sha256").update(body).digest("hex"),
  ].join("\n")
  const scope = [day, region, service, end].join("/")
  const text = ["AWS4-HMAC-SHA256", date, scope, createHash("sha256").update(canonical).digest("hex")].join("\n")
  const key = [day, region, service, end].reduce<string | Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    `AWS4${SECRET_KEY}`,
  )
  return createHmac("sha256", key).update(text).digest("hex") === signature ? keyId : undefined
}

/** Once more than it is in the address: only S3's is taken as it is. */
const encoded = (part: string) =>
  encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

const timeOf = (date: string) =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"))
