import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
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

const STREAM = { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" as const }

/**
 * The single table as it is deployed. Region and keys come from the environment, as the handlers' do: some engines keep a set of tables
 * for each. One that was made before anything read its stream gets it now.
 */
export async function ensureTable(endpoint: string, name: string): Promise<void> {
  const make = async (client: DynamoDBClient) => {
    const shape = { AttributeDefinitions: attributes("pk", "sk", "gsi1pk", "gsi1sk"), KeySchema: KEY }
    await create(client, {
      TableName: name,
      ...shape,
      GlobalSecondaryIndexes: [INDEX],
      StreamSpecification: STREAM,
    })
    const ttl = { AttributeName: "ttl", Enabled: true }
    await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: ttl }))
  }
  await ensure(endpoint, name, make, async (client, { StreamSpecification: stream }) => {
    if (!stream?.StreamEnabled)
      await client.send(new UpdateTableCommand({ TableName: name, StreamSpecification: STREAM }))
  })
}

/** The ledger of erasures, of which nothing expires. */
export async function ensureLedger(endpoint: string, name: string): Promise<void> {
  const table = { TableName: name, AttributeDefinitions: attributes("pk", "sk"), KeySchema: KEY }
  await ensure(endpoint, name, (client) => create(client, table))
}

async function ensure(
  endpoint: string,
  name: string,
  make: (client: DynamoDBClient) => Promise<void>,
  amend?: (client: DynamoDBClient, found: TableDescription) => Promise<void>,
): Promise<void> {
  const client = new DynamoDBClient({ endpoint })
  try {
    const { Table: found } = await client.send(new DescribeTableCommand({ TableName: name }))
    if (found) await amend?.(client, found)
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
