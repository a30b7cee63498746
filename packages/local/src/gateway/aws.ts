import { randomUUID } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import * as respond from "./respond.ts"

/** An error as the SDKs read it: the class in a header, the sentence in the body. */
export function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  respond.json(response, status, { message }, { "x-amzn-errortype": type, "x-amzn-requestid": randomUUID() })
}

/**
 * Whether the request is signed. The signature itself is not verified, but a page of another origin cannot send this header, so no web
 * site can call these APIs through a visitor's browser.
 */
export const isSigned = (request: IncomingMessage): boolean =>
  request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 ") ?? false
