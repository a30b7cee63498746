import { httpApi } from "./gateway.ts"
import { lambda } from "./lambda.ts"
import { originSecretHashes } from "./secret.ts"

/** Every path: what is not one of the API's is refused in the API's own words. */
httpApi.route("$default", lambda("Api", { ORIGIN_SECRET_SHA256: originSecretHashes }).arn)
