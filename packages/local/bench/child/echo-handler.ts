/** Posts each frame back to its sender through the SDK. */
import { ApiGatewayManagementApiClient, PostToConnectionCommand } from "@aws-sdk/client-apigatewaymanagementapi"

type Event = { requestContext: { connectionId: string; eventType: string }; body?: string }

let gateway: ApiGatewayManagementApiClient | undefined

export async function handler({ requestContext: { connectionId, eventType }, body = "" }: Event) {
  if (eventType !== "MESSAGE") return { statusCode: 200 }
  gateway ??= new ApiGatewayManagementApiClient({}) // its address stands in the environment
  await gateway.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: body }))
  return { statusCode: 200 }
}
