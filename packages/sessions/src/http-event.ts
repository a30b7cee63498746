import type { APIGatewayProxyEventV2 } from "aws-lambda"

/** What API Gateway's HTTP API sends, payload format 2.0. */
export type HttpEvent = APIGatewayProxyEventV2

export type HttpResult = {
  statusCode: number
  headers: Record<string, string>
  cookies?: string[]
  body: string
  isBase64Encoded?: boolean
}

/** What a route answers. `body` becomes JSON, `undefined` an empty one; `text` stays as it is, and its headers say what it is. */
export type Answer = { status: number; headers?: Record<string, string>; cookies?: string[] } & (
  | { body: unknown }
  | { text: string }
)
