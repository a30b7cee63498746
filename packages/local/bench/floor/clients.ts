import { ApiGatewayManagementApiClient, DeleteConnectionCommand } from "@aws-sdk/client-apigatewaymanagementapi"
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb"

/** The two clients that a handler of frames cannot do without, and nothing else: one question to the table, one word to the gateway. */
export async function handler() {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))
  const gateway = new ApiGatewayManagementApiClient({})
  await documents.send(
    new GetCommand({ TableName: "spec-wizard-local", Key: { pk: "connection#none", sk: "connection" } }),
  )
  await gateway.send(new DeleteConnectionCommand({ ConnectionId: "none" }))
  return { statusCode: 200 }
}
