import { stage } from "./stage.ts"
import { tlsOnly } from "./tls-only.ts"

type Statement = aws.types.input.iam.GetPolicyDocumentStatementArgs

/** S3 takes 37 characters of a name's beginning, in lower case, and makes up the rest. */
const NAME_CHARACTERS = 37

/**
 * A bucket that nobody reads but whom `closeBucket` names: no public access, no access lists. Not SST's component, whose policy must be
 * known before anything else is: ours name what is made of the bucket.
 */
export function makeBucket(name: string) {
  const end = `-${name.toLowerCase()}-`
  const made = new aws.s3.Bucket(name, {
    bucketPrefix: `${$app.name}-${$app.stage}`.toLowerCase().slice(0, NAME_CHARACTERS - end.length) + end,
    forceDestroy: !stage.isProtected,
  })
  const bucket = made.bucket
  new aws.s3.BucketPublicAccessBlock(`${name}PublicAccessBlock`, {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  })
  new aws.s3.BucketOwnershipControls(`${name}Ownership`, { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } })
  return made
}

/** Its one policy: TLS or nothing, and what the statements allow. */
export function closeBucket(name: string, { bucket, arn }: aws.s3.Bucket, statements: Statement[]) {
  const everything = tlsOnly(["s3:*"], arn)
  const refusal = { ...everything, resources: [...everything.resources, $interpolate`${arn}/*`] }
  return new aws.s3.BucketPolicy(`${name}Policy`, {
    bucket,
    policy: aws.iam.getPolicyDocumentOutput({ statements: [...statements, refusal] }).json,
  })
}
