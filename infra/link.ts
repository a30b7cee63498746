/**
 * What `Resource` knows about each component: names and addresses. SST would grant `dynamodb:*` and the like along with them; what a
 * function may do is said by its rights instead. Must be imported before any component is made.
 */
sst.Linkable.wrap(sst.aws.Dynamo, (table) => ({ properties: { name: table.name } }))
sst.Linkable.wrap(sst.aws.Queue, (queue) => ({ properties: { url: queue.url } }))
sst.Linkable.wrap(sst.aws.Function, (lambda) => ({ properties: { name: lambda.name } }))
sst.Linkable.wrap(sst.aws.ApiGatewayWebSocket, (api) => ({
  properties: { url: api.url, managementEndpoint: api.managementEndpoint },
}))

/** The same for what is no component of SST's. */
export const named = (resource: $util.Resource, properties: Record<string, $util.Input<string>>) => ({
  urn: resource.urn,
  getSSTLink: () => ({ properties }),
})
