import { logKey } from "./key.ts"
import { stage } from "./stage.ts"

/** Sealed, and emptied after the stage's days. `name`: as it stands after the app and the stage. */
export const logGroup = (name: string, path: string) =>
  new aws.cloudwatch.LogGroup(`${name}Log`, {
    name: `${path}/${$app.name}-${$app.stage}-${name}`,
    retentionInDays: stage.logDays,
    kmsKeyId: logKey.arn,
  })
