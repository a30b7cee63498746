import * as z from "zod/mini"

/** A record as Lambda hands it on: what the wire has, images and all. */
const Record = z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) })
export type Record = z.infer<typeof Record>

const Described = z.object({ Table: z.object({ LatestStreamArn: z.optional(z.string()) }) })
const Shards = z.object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) })
const Iterator = z.object({ ShardIterator: z.string() })
const Records = z.object({ Records: z.array(Record) })

class StreamRefusedError extends Error {}

/** The stream of a table, by the address of its engine, which answers for streams too. */
export class Stream {
  readonly #endpoint: string
  readonly #table: string

  constructor(endpoint: string, table: string) {
    this.#endpoint = endpoint
    this.#table = table
  }

  /** Of the running stream; a new one has another. Undefined when the table has none. */
  async arn(): Promise<string | undefined> {
    const found = Described.parse(await this.#call("DynamoDB_20120810.DescribeTable", { TableName: this.#table }))
    return found.Table.LatestStreamArn
  }

  /** Parents before their children. */
  async shards(arn: string): Promise<string[]> {
    const found = Shards.parse(await this.#call("DynamoDBStreams_20120810.DescribeStream", { StreamArn: arn }))
    return found.StreamDescription.Shards.map(({ ShardId }) => ShardId)
  }

  /** What comes after a place in a shard, or its beginning, in order. */
  async read(arn: string, shard: string, after: string | undefined, limit: number): Promise<Record[]> {
    const from =
      after === undefined
        ? { ShardIteratorType: "TRIM_HORIZON" }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after }
    const place = { StreamArn: arn, ShardId: shard, ...from }
    const { ShardIterator } = Iterator.parse(await this.#call("DynamoDBStreams_20120810.GetShardIterator", place))
    const question = { ShardIterator, Limit: limit }
    return Records.parse(await this.#call("DynamoDBStreams_20120810.GetRecords", question)).Records
  }

  /** As text and not by a client of the SDK: bytes stay in base64, as Lambda passes them on. */
  async #call(target: string, body: object): Promise<unknown> {
    const answer = await fetch(this.#endpoint, {
      method: "POST",
      headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": target, ...UNSIGNED },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new StreamRefusedError(`${target} was refused: ${answer.status}`)
    return await answer.json()
  }
}

/** No engine on this machine verifies a signature; all want one, from whoever the table belongs to. */
const UNSIGNED = {
  "x-amz-date": "20260101T000000Z",
  authorization:
    "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=local",
}
