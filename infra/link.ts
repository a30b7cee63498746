/**
 * What `Resource` knows about each component: names and addresses. SST would grant `dynamodb:*` and the like along with them; what a
 * function may do is said by its rights instead. Must be imported before any component is made.
 */
sst.Linkable.wrap(sst.aws.Dynamo, (table) => ({ properties: { name: table.name } }))
sst.Linkable.wrap(sst.aws.Function, (lambda) => ({ properties: { name: lambda.name } }))
sst.Linkable.wrap(sst.aws.ApiGatewayWebSocket, (api) => ({
  properties: { url: api.url, managementEndpoint: api.managementEndpoint },
}))

export {}
