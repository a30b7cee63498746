import { ACCOUNT } from "../arn.ts"
import type { Plan } from "../plan.ts"
import { asked, statements } from "./policy.ts"
import { at, every, isProduction, list, ofType, type Rule, text } from "./rule.ts"

/** One thing that is said about a bucket: S3 has a resource for each. `type`: `BucketVersioning`. */
const said = (plan: Plan, bucket: string, type: string): unknown => {
  const kind = `aws:s3/${type.charAt(0).toLowerCase()}${type.slice(1)}:${type}`
  const id = ofType(plan, "aws:s3/bucket:Bucket").find(({ name }) => name === bucket)?.id
  return ofType(plan, kind).find(({ inputs }) => id !== undefined && text(inputs, "bucket") === id)?.inputs
}

/** A rule about one bucket. */
const of = (
  bucket: string,
  promise: string,
  wrong: (say: (type: string) => unknown, plan: Plan) => (string | false)[],
): Rule => ({
  promise,
  *faults(plan) {
    for (const what of wrong((type) => said(plan, bucket, type), plan)) if (what) yield { where: bucket, what }
  },
})

/** The rule by which everything in a bucket ages. */
const ageing = (lifecycle: unknown) =>
  list(lifecycle, "rules").find((one) => text(one, "status") === "Enabled" && text(one, "filter.prefix") === "")

const isOwned = (ownership: unknown) => text(ownership, "rule.objectOwnership") === "BucketOwnerEnforced"

export const fileRules: Rule[] = [
  of("Files", "files are kept in versions, sealed with the data key, and are the account's own", (say, plan) => {
    const [rule] = list(say("BucketServerSideEncryptionConfiguration"), "rules")
    const key = ofType(plan, "aws:kms/key:Key").find(({ name }) => name === "DataKey")?.arn
    return [
      text(say("BucketVersioning"), "versioningConfiguration.status") !== "Enabled" && "loses what is overwritten",
      (text(rule, "applyServerSideEncryptionByDefault.sseAlgorithm") !== "aws:kms" ||
        text(rule, "applyServerSideEncryptionByDefault.kmsMasterKeyId") !== key) &&
        "is not sealed with the data key",
      at(rule, "bucketKeyEnabled") !== true && "asks KMS for every single file",
      !isOwned(say("BucketOwnershipControls")) && "has access lists",
    ]
  }),
  of("Files", "files grow old: cheaper after 30 and 90 days, gone after a year, old versions after 30 days", (say) => {
    const age = ageing(say("BucketLifecycleConfiguration"))
    const moves = list(age, "transitions").map((one) => `${at(one, "days")} ${text(one, "storageClass")}`)
    return [
      moves.join() !== "30 INTELLIGENT_TIERING,90 GLACIER_IR" && `moves them at ${moves.join() || "no time"}`,
      at(age, "expiration.days") !== 365 && "keeps them for ever",
      at(age, "noncurrentVersionExpiration.noncurrentDays") !== 30 && "keeps old versions",
      at(age, "abortIncompleteMultipartUpload.daysAfterInitiation") !== 7 && "keeps what was never sent to its end",
    ]
  }),
  of("Files", "files are sent by forms from the page alone", (say, plan) => {
    const rules = list(say("BucketCorsConfiguration"), "corsRules")
    const sites = rules.flatMap((one) => list(one, "allowedOrigins"))
    return [
      sites.join() !== String(plan.outputs["site"]) && `lets pages of ${sites.join() || "nobody"} in`,
      rules.flatMap((one) => list(one, "allowedMethods")).join() !== "POST" && "lets pages do more than send",
    ]
  }),
  of("Files", "whoever asks for a file is written down, apart and for 90 days", (say, plan) => {
    const logs = ofType(plan, "aws:s3/bucket:Bucket").find(({ name }) => name === "FileLogs")
    return [text(say("BucketLogging"), "targetBucket") !== logs?.id && "keeps no access log"]
  }),
  of("FileLogs", "the log of files takes from S3 about those files alone, and forgets", (say, plan) => {
    const about = ofType(plan, "aws:s3/bucket:Bucket").find(({ name }) => name === "Files")?.arn
    const allowing = statements(plan).filter(({ where, effect }) => where === "FileLogsPolicy" && effect === "Allow")
    return [
      allowing.length !== 1 && "is written to by nobody, or by more than S3",
      ...allowing.flatMap((one) => [
        one.principals.join() !== "Service:logging.s3.amazonaws.com" && `takes from ${one.principals.join()}`,
        one.actions.join() !== "s3:PutObject" && `allows ${one.actions.join()}`,
        (asked(one, "aws:SourceArn").join() !== about || asked(one, "aws:SourceAccount").join() !== ACCOUNT) &&
          "takes from S3 about any bucket",
      ]),
      at(ageing(say("BucketLifecycleConfiguration")), "expiration.days") !== 90 && "does not forget after 90 days",
      !isOwned(say("BucketOwnershipControls")) && "has access lists",
    ]
  }),
  every("production's buckets outlive the stack", "aws:s3/bucket:Bucket", ({ name, inputs, options }, plan) =>
    isProduction(plan)
      ? [
          options.retainOnDelete !== true && "goes with the stack",
          // The page is built again; files are not.
          name.startsWith("File") && at(inputs, "forceDestroy") === true && "goes with all that lies in it",
        ]
      : [],
  ),
]
