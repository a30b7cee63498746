import { randomUUID } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import type { Access } from "../access.ts"
import { isSigned, refuse } from "./aws.ts"
import { readBody } from "./body.ts"
import { type HostedService, ServiceError } from "./hosted-service.ts"

/** One call of a service: signed, not too large, and by somebody who may. `path` stands below the service's own. */
export async function serveHosted(
  service: HostedService,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  access?: Access,
): Promise<void> {
  const refused = ({ status, type, message }: ServiceError) => refuse(response, status, type, message)
  if (!isSigned(request))
    return refuse(response, 403, "MissingAuthenticationTokenException", "Missing Authentication Token")
  const body = await readBody(request, service.maxBytes)
  if (!body) return refused(service.tooLarge)
  const { method = "GET", headers } = request
  const call = { method, path, action: String(headers["x-amz-target"] ?? "").replace(/^.*\./, ""), headers, body }
  const refusal = access?.refusal(headers.authorization, service.asks(call))
  if (refusal) return refuse(response, 403, refusal.type, refusal.message)
  try {
    const answer = await service.answer(call)
    response.writeHead(answer.status, {
      "x-amzn-requestid": randomUUID(),
      "content-type": answer.type,
      "content-length": Buffer.byteLength(answer.body),
    })
    response.end(answer.body)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    refused(error)
  }
}
