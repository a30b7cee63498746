import { DynamoDBClient } from "@aws-sdk/client-dynamodb"

export type Units = { writes: number; reads: number }

const WRITES = new Set(["PutItemCommand", "UpdateItemCommand", "DeleteItemCommand", "TransactWriteItemsCommand"])

/** A client that asks for the capacity of everything it sends, and sums up what the engine answers. */
export function metered(endpoint: string): { client: DynamoDBClient; units: Units } {
  const client = new DynamoDBClient({ endpoint })
  const units: Units = { writes: 0, reads: 0 }
  client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" })
      const answer = await next(args)
      const consumed = totalOf(answer.output)
      if (consumed === undefined) throw new Error(`${context.commandName} does not tell its capacity`)
      if (WRITES.has(context.commandName ?? "")) units.writes += consumed
      else units.reads += consumed
      return answer
    },
    { step: "initialize", name: "metered" },
  )
  return { client, units }
}

type Consumed = { CapacityUnits?: number }

/** A transaction tells its capacity table by table. */
function totalOf(output: object): number | undefined {
  if (!("ConsumedCapacity" in output)) return undefined
  const consumed = output.ConsumedCapacity as Consumed | Consumed[] | undefined // DynamoDB's answer
  if (consumed === undefined) return undefined
  return [consumed].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
}
