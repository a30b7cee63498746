import type { APIGatewayProxyEventV2 } from "aws-lambda"

/** What API Gateway's HTTP API sends, payload format 2.0. */
export type HttpEvent = APIGatewayProxyEventV2

export type HttpResult = { statusCode: number; headers: Record<string, string>; cookies?: string[]; body: string }

/** What a route answers; it becomes JSON, and `undefined` an empty body. */
export type Answer = { status: number; body: unknown; headers?: Record<string, string>; cookies?: string[] }
