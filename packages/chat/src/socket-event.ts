/** What API Gateway's WebSocket API sends, as far as it is used here. */
export type SocketEvent = {
  headers?: Record<string, string | undefined>
  requestContext: { connectionId: string; requestId: string; identity: { sourceIp: string } }
  body?: string
  isBase64Encoded?: boolean
}

export type SocketResult = { statusCode: number; headers?: Record<string, string> }
