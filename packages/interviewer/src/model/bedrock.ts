import { createAmazonBedrock } from "@ai-sdk/amazon-bedrock"
import { defaultProvider } from "@aws-sdk/credential-provider-node"
import { direct, endpoint } from "./endpoint.ts"
import { type Model, type Prompt, withStream } from "./language-model.ts"

/** Whoever this process is to AWS: on Lambda, the function's role. Looked up once, and again when it is about to expire. */
const credentialProvider = defaultProvider()

type Choice = { model: string; region?: string; baseUrl?: string }

/**
 * A model on Amazon Bedrock, by its id or its inference profile's. There is no key: requests are signed. A key of somebody's environment
 * (`AWS_BEARER_TOKEN_BEDROCK`) is not used, and no address either.
 * @throws {Error} when the address is not one that may be used
 */
export async function bedrock({ model, region = "us-east-1", baseUrl }: Choice): Promise<Model> {
  const baseURL = endpoint(
    baseUrl ?? `https://bedrock-runtime.${region}.${SUFFIX[region.slice(0, 3)] ?? "amazonaws.com"}`,
  )
  const plain = createAmazonBedrock({ region, apiKey: " ", credentialProvider, baseURL, fetch: direct })(model)
  const providerOptions = THINKS.test(model)
    ? { amazonBedrock: { reasoningConfig: { maxReasoningEffort: "low" } } }
    : {}
  return withStream(plain, (request) => plain.doStream({ ...request, prompt: marked(request.prompt), providerOptions }))
}

/** Models that think unless they are told not to, or always: the least that all of them take. */
const THINKS = /claude-[a-z]+-5|openai\.gpt-oss/

/** What is marked for Anthropic's cache is for Bedrock's, in its own words. */
const marked = (prompt: Prompt): Prompt =>
  prompt.map((message) =>
    message.providerOptions?.["anthropic"]?.["cacheControl"]
      ? { ...message, providerOptions: { amazonBedrock: { cachePoint: { type: "default" } } } }
      : message,
  )

/** Where AWS has another name. */
const SUFFIX: Readonly<Record<string, string>> = { "cn-": "amazonaws.com.cn" }
