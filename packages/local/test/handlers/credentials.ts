/** Tells the credentials that an AWS client would sign with, or the name of the error. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb"

const client = new DynamoDBClient({ region: "us-east-1" })
const told = await client.config.credentials().catch((error: Error) => error.name)
console.log(JSON.stringify(told))
