import { dataKey } from "./key.ts"
import { stage } from "./stage.ts"

/** What every table has: the account's own key, and in a protected stage a way back to any second of 35 days. */
export function sealTable(args: aws.dynamodb.TableArgs) {
  args.serverSideEncryption = { enabled: true, kmsKeyArn: dataKey.arn }
  args.pointInTimeRecovery = stage.isProtected ? { enabled: true, recoveryPeriodInDays: 35 } : { enabled: false }
}
