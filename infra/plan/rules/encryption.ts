import { at, every, list, ofType, type Rule, text } from "./rule.ts"

export const encryption: Rule[] = [
  every("keys rotate, and can be had back for a while", "aws:kms/key:Key", ({ inputs }) => [
    at(inputs, "enableKeyRotation") !== true && "does not rotate",
    Number(at(inputs, "deletionWindowInDays") ?? 30) < 14 && "can be lost within two weeks",
  ]),
  every("tables are sealed with a key of the account's own", "aws:dynamodb/table:Table", ({ inputs }) => [
    at(inputs, "serverSideEncryption.enabled") !== true && "is not sealed with a KMS key",
    text(inputs, "serverSideEncryption.kmsKeyArn") === "" && "names no key",
  ]),
  every("logs are sealed with a key of the account's own", "aws:cloudwatch/logGroup:LogGroup", ({ inputs }) => [
    text(inputs, "kmsKeyId") === "" && "names no key",
  ]),
  every("buckets say how they are sealed", "aws:s3/bucket:Bucket", ({ name, inputs }, plan) => {
    const configurations = ofType(
      plan,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    )
    const own = configurations.find((one) => names(text(one.inputs, "bucket"), name, text(inputs, "bucket")))
    const algorithm = list(own?.inputs, "rules").map((rule) =>
      text(rule, "applyServerSideEncryptionByDefault.sseAlgorithm"),
    )
    return [!/^(aws:kms(:dsse)?|AES256)$/.test(algorithm.join()) && "has no rule for it"]
  }),
  every("queues are sealed with a key of the account's own", "aws:sqs/queue:Queue", ({ inputs }) => [
    !isOwnKey(text(inputs, "kmsMasterKeyId")) && "names no key",
  ]),
  every("topics are sealed with a key of the account's own", "aws:sns/topic:Topic", ({ inputs }) => [
    !isOwnKey(text(inputs, "kmsMasterKeyId")) && "names no key",
  ]),
  every("secrets are sealed with a key of the account's own", "aws:secretsmanager/secret:Secret", ({ inputs }) => [
    !isOwnKey(text(inputs, "kmsKeyId")) && "names no key",
  ]),
]

/** Not one of those that AWS keeps for a service, `alias/aws/sqs`, whose policies cannot be changed. */
const isOwnKey = (key: string) => /:key\/[^*]+$/.test(key)

/** Whether what points at a bucket points at this one: by its logical name, as the plan makes names up, or by its real one. */
export const names = (pointer: string, logical: string, physical: string) =>
  pointer !== "" && (pointer.includes(logical) || (physical !== "" && pointer === physical))
