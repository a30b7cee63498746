import "./link.ts"
import { logKey } from "./key.ts"
import { stage } from "./stage.ts"

/** Requests a second, and how many at once beyond them, before the gateway answers 429. */
const THROTTLING = { throttlingRateLimit: 100, throttlingBurstLimit: 500 }

/** One line an answered request. No query string, no header: a ticket rides in the protocol header, and a path holds ids alone. */
const accessLog = (fields: Record<string, string>) =>
  JSON.stringify({
    requestTime: "$context.requestTime",
    requestId: "$context.requestId",
    routeKey: "$context.routeKey",
    status: "$context.status",
    ip: "$context.identity.sourceIp",
    ...fields,
  })

const sealed = { kmsKeyId: logKey.arn, retentionInDays: stage.logDays }

/** Where sockets come in; its own wss address, for behind the CDN it would not see who is asking. */
export const chatApi = new sst.aws.ApiGatewayWebSocket("Chat", {
  transform: {
    accessLog: sealed,
    stage: (args) => {
      args.accessLogSettings = {
        destinationArn: $output(args.accessLogSettings).apply((settings) => settings?.destinationArn ?? ""),
        format: accessLog({ eventType: "$context.eventType", connectionId: "$context.connectionId" }),
      }
      // The gateway's execution log would hold whole frames and headers.
      args.defaultRouteSettings = { ...THROTTLING, loggingLevel: "OFF", dataTraceEnabled: false }
    },
  },
})

/** Where the page's `/v1` arrives from the CDN. The API answers CORS itself, for errors too. */
export const httpApi = new sst.aws.ApiGatewayV2("Http", {
  cors: false,
  transform: {
    logGroup: sealed,
    stage: (args) => {
      args.accessLogSettings = {
        destinationArn: $output(args.accessLogSettings).apply((settings) => settings?.destinationArn ?? ""),
        format: accessLog({ path: "$context.path", latency: "$context.responseLatency" }),
      }
      args.defaultRouteSettings = { ...THROTTLING }
    },
  },
})
