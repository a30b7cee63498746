import { accountId } from "./account.ts"
import { closeBucket, makeBucket } from "./bucket.ts"
import { dataKey } from "./key.ts"
import { named } from "./link.ts"

/** What is made of a document, and later what visitors send: `pdf/<sessionId or reference>/<sha256>.pdf`. */
export const files = makeBucket("Files")

const bucket = files.bucket

new aws.s3.BucketVersioning("FilesVersioning", { bucket, versioningConfiguration: { status: "Enabled" } })

new aws.s3.BucketServerSideEncryptionConfiguration("FilesEncryption", {
  bucket,
  rules: [
    {
      applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: dataKey.arn },
      bucketKeyEnabled: true, // one call of KMS for many files
    },
  ],
})

new aws.s3.BucketLifecycleConfiguration("FilesLifecycle", {
  bucket,
  rules: [
    {
      id: "Age",
      status: "Enabled",
      filter: { prefix: "" },
      // Instant: it must not take hours to bring an old offer back.
      transitions: [
        { days: 30, storageClass: "INTELLIGENT_TIERING" },
        { days: 90, storageClass: "GLACIER_IR" },
      ],
      expiration: { days: 365 },
      noncurrentVersionExpiration: { noncurrentDays: 30 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    },
  ],
})

/** Who asked the bucket for what. S3 writes no logs into a bucket that a key of ours seals. */
const logs = makeBucket("FileLogs")

new aws.s3.BucketServerSideEncryptionConfiguration("FileLogsEncryption", {
  bucket: logs.bucket,
  rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
})

new aws.s3.BucketLifecycleConfiguration("FileLogsLifecycle", {
  bucket: logs.bucket,
  rules: [
    {
      id: "Age",
      status: "Enabled",
      filter: { prefix: "" },
      expiration: { days: 90 },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    },
  ],
})

const logging = closeBucket("FileLogs", logs, [
  {
    sid: "Logs",
    principals: [{ type: "Service", identifiers: ["logging.s3.amazonaws.com"] }],
    actions: ["s3:PutObject"],
    resources: [$interpolate`${logs.arn}/*`],
    conditions: [
      { test: "ArnEquals", variable: "aws:SourceArn", values: [files.arn] },
      { test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] },
    ],
  },
])

new aws.s3.BucketLogging(
  "FilesLogging",
  { bucket, targetBucket: logs.bucket, targetPrefix: "files/" },
  { dependsOn: [logging] }, // S3 tries whether it may
)

export const filesLink = named(files, { name: bucket })
