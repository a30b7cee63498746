import type { ServerResponse } from "node:http"
import { XmlNode } from "@aws-sdk/xml-builder"

/**
 * A refusal in S3's words.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export class StorageError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const invalid = (message: string) => new StorageError(400, "InvalidArgument", message)
export const denied = (message = "Access Denied") => new StorageError(403, "AccessDenied", message)
export const noSuchKey = () => new StorageError(404, "NoSuchKey", "The specified key does not exist.")
export const notImplemented = (what: string) =>
  new StorageError(501, "NotImplemented", `What the request asks for is not implemented here: ${what}`)
export const preconditionFailed = () =>
  new StorageError(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold")

/** A HEAD, and an answer that something has not changed, have no body. */
export function sendError(response: ServerResponse, error: StorageError, requestId: string): void {
  const { status, code, message } = error
  if (status === 304 || response.req.method === "HEAD") return void response.writeHead(status).end()
  const body = new XmlNode("Error", [
    XmlNode.of("Code", code),
    XmlNode.of("Message", message),
    XmlNode.of("RequestId", requestId),
  ])
  sendXml(response, status, body)
}

export function sendXml(response: ServerResponse, status: number, root: XmlNode): void {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
  response.writeHead(status, { "content-type": "application/xml", "content-length": Buffer.byteLength(text) })
  response.end(text)
}
