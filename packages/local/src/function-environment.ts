import * as Settings from "@spec-wizard/core/settings"
import { keyOf, SECRET_KEY } from "./access.ts"
import type { Env } from "./environment.ts"

/** Settings that one package reads beside those all share. */
const OWN = ["ORIGIN_SECRET_SHA256"]

/**
 * Everything a deployed function finds in its environment, and the addresses of this machine's services. Nothing else of what the house has:
 * what a function needs and the stack does not give it must be missing here too.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export function functionEnvironment(
  house: Env,
  of: { name: string; handler: string; memoryMb: number; directory: string; key: string; dynamodb: string },
): Record<string, string> {
  return {
    ...pick(house, [
      ...Object.keys(Settings.Info.shape),
      ...OWN,
      "LOG_LEVEL",
      "AWS_REGION",
      "AWS_ENDPOINT_URL_LAMBDA",
      "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI",
      "AWS_ENDPOINT_URL_SQS",
      "AWS_ENDPOINT_URL_SESV2",
      "AWS_ENDPOINT_URL_SECRETS_MANAGER",
      "AWS_ENDPOINT_URL_S3",
      "AWS_ENDPOINT_URL_CLOUDFRONT",
      "SST_RESOURCE_App",
    ]),
    AWS_ENDPOINT_URL_DYNAMODB: of.dynamodb,
    AWS_ACCESS_KEY_ID: keyOf(of.name),
    AWS_SECRET_ACCESS_KEY: SECRET_KEY,
    AWS_SESSION_TOKEN: "local",
    // Lambda has no home directory in which AWS clients could find more.
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    SST_KEY: of.key,
    SST_KEY_FILE: "resource.enc",
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
    AWS_LAMBDA_FUNCTION_NAME: of.name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(of.memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${of.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
    LAMBDA_TASK_ROOT: of.directory,
    _HANDLER: of.handler,
    LANG: "en_US.UTF-8",
    TZ: ":UTC",
  }
}

const pick = (env: Env, names: string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
