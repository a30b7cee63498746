import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda"

/** Runs a function of the open house and waits for its end. */
export async function run(name: string, event: unknown = {}): Promise<void> {
  const client = new LambdaClient({ endpoint: process.env["AWS_ENDPOINT_URL_LAMBDA"] ?? "" })
  try {
    const payload = Buffer.from(JSON.stringify(event))
    const { FunctionError } = await client.send(new InvokeCommand({ FunctionName: name, Payload: payload }))
    if (FunctionError) throw new Error(`${name} failed: ${FunctionError}`)
  } finally {
    client.destroy()
  }
}
