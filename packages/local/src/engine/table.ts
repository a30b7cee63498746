import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb"

const KEY = [
  { AttributeName: "pk", KeyType: "HASH" as const },
  { AttributeName: "sk", KeyType: "RANGE" as const },
]

const INDEX = {
  IndexName: "gsi1",
  KeySchema: [
    { AttributeName: "gsi1pk", KeyType: "HASH" as const },
    { AttributeName: "gsi1sk", KeyType: "RANGE" as const },
  ],
  Projection: { ProjectionType: "KEYS_ONLY" as const },
}

/**
 * The single table as it is deployed, but for its stream: nothing reads it locally, and it slows the engine down. Region and keys come
 * from the environment, as the handlers' do: some engines keep a set of tables for each.
 */
export async function ensureTable(endpoint: string, name: string): Promise<void> {
  await ensure(endpoint, name, async (client) => {
    const shape = { AttributeDefinitions: attributes("pk", "sk", "gsi1pk", "gsi1sk"), KeySchema: KEY }
    await create(client, { TableName: name, ...shape, GlobalSecondaryIndexes: [INDEX] })
    const ttl = { AttributeName: "ttl", Enabled: true }
    await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: ttl }))
  })
}

/** The ledger of erasures, of which nothing expires. */
export async function ensureLedger(endpoint: string, name: string): Promise<void> {
  const table = { TableName: name, AttributeDefinitions: attributes("pk", "sk"), KeySchema: KEY }
  await ensure(endpoint, name, (client) => create(client, table))
}

async function ensure(endpoint: string, name: string, make: (client: DynamoDBClient) => Promise<void>): Promise<void> {
  const client = new DynamoDBClient({ endpoint })
  try {
    await client.send(new DescribeTableCommand({ TableName: name }))
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error
    await make(client)
  } finally {
    client.destroy()
  }
}

async function create(client: DynamoDBClient, table: CreateTableCommandInput): Promise<void> {
  try {
    await client.send(new CreateTableCommand({ BillingMode: "PAY_PER_REQUEST", ...table }))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error // another start was faster
  }
}

const attributes = (...names: string[]) => names.map((name) => ({ AttributeName: name, AttributeType: "S" as const }))
