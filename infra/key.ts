import { accountId, byOwnDistributions, region } from "./account.ts"

/**
 * KMS's own default: who may do what with a key is decided by the account's IAM policies. Without this statement a key can lock everybody
 * out, so its wildcard stays.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
const administration = {
  sid: "Administration",
  principals: [{ type: "AWS", identifiers: [$interpolate`arn:aws:iam::${accountId}:root`] }],
  actions: ["kms:*"],
  resources: ["*"],
}

/** Logs are read by more people than the table is: two keys keep the two apart. */
const writingLogs = {
  sid: "Logs",
  principals: [{ type: "Service", identifiers: [$interpolate`logs.${region}.amazonaws.com`] }],
  actions: [
    "kms:Encrypt",
    "kms:Decrypt",
    "kms:ReEncryptFrom",
    "kms:ReEncryptTo",
    "kms:GenerateDataKey",
    "kms:GenerateDataKeyWithoutPlaintext",
    "kms:DescribeKey",
  ],
  resources: ["*"], // in a key's policy: this key
  conditions: [
    {
      test: "ArnLike",
      variable: "kms:EncryptionContext:aws:logs:arn",
      values: [$interpolate`arn:aws:logs:${region}:${accountId}:log-group:*`],
    },
  ],
}

/** SES seals what it says to a topic; SNS opens that, and seals what it lays aside in a queue. */
const tellingOfMails = {
  sid: "MailEvents",
  principals: [{ type: "Service", identifiers: ["ses.amazonaws.com", "sns.amazonaws.com"] }],
  actions: ["kms:GenerateDataKey", "kms:Decrypt"],
  resources: ["*"], // in a key's policy: this key
  conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
}

/** The CDN opens files for whoever has a link to one. */
const servingFiles = {
  sid: "Files",
  principals: [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }],
  actions: ["kms:Decrypt"],
  resources: ["*"], // in a key's policy: this key
  conditions: [byOwnDistributions],
}

/** Seals the tables, their indexes, streams and backups, the queues, the topics, the secrets and the files. */
export const dataKey = key("DataKey", "data", [administration, tellingOfMails, servingFiles])

/** Seals every log group. */
export const logKey = key("LogKey", "log groups", [administration, writingLogs])

function key(name: string, what: string, statements: aws.types.input.iam.GetPolicyDocumentStatementArgs[]) {
  const made = new aws.kms.Key(name, {
    description: `${$app.name} ${$app.stage}: ${what}`,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: aws.iam.getPolicyDocumentOutput({ statements }).json,
  })
  new aws.kms.Alias(`${name}Alias`, { name: `alias/${$app.name}-${$app.stage}-${name}`, targetKeyId: made.keyId })
  return made
}
