/** For every route: accepts connections, answers requests with their event, posts frames back through the real SDK. */
import { ApiGatewayManagementApi } from "@aws-sdk/client-apigatewaymanagementapi"
import { Resource } from "sst"

type Event = { requestContext?: { connectionId?: string; eventType?: string }; body?: string }

let gateway: ApiGatewayManagementApi | undefined

export async function handler(event: Event) {
  const { connectionId, eventType } = event.requestContext ?? {}
  if (eventType !== "MESSAGE") return { statusCode: 200, body: JSON.stringify(event) }
  gateway ??= new ApiGatewayManagementApi({ endpoint: Resource.Chat.managementEndpoint })
  await gateway.postToConnection({ ConnectionId: connectionId, Data: event.body ?? "" })
  return { statusCode: 200 }
}
