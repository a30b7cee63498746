import { COUNTED } from "./count-filter.ts"
import { stream } from "./functions.ts"
import { httpApi } from "./gateway.ts"
import { arnOf, lambda } from "./lambda.ts"
import { originSecretHashes } from "./secret.ts"
import { table } from "./table.ts"
import { uncounted } from "./uncounted.ts"

/** Every path: what is not one of the API's is refused in the API's own words. */
httpApi.route("$default", lambda("Api", { ORIGIN_SECRET_SHA256: originSecretHashes }).arn)

/** Counts what changes in the table, one shard after the other, each in its order. */
table.subscribe("Count", arnOf(lambda("Count")), {
  filters: COUNTED,
  transform: {
    eventSourceMapping: (args) => {
      // Whatever the stream still knows: nothing is counted twice, so nothing need be missed.
      args.startingPosition = "TRIM_HORIZON"
      args.batchSize = stream.batchSize
      args.maximumBatchingWindowInSeconds = stream.windowSeconds
      args.maximumRetryAttempts = stream.retries
      // A record that nobody can count is found by halves, and the others go on without it.
      args.bisectBatchOnFunctionError = true
      args.functionResponseTypes = ["ReportBatchItemFailures"]
      args.parallelizationFactor = 1
      args.destinationConfig = { onFailure: { destinationArn: uncounted.arn } }
    },
  },
})
