import { ACCOUNT } from "../arn.ts"
import { names } from "./encryption.ts"
import { asked, refusesClear, statements } from "./policy.ts"
import { at, every, ofType, type Rule, text } from "./rule.ts"

const BLOCKS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"]

export const access: Rule[] = [
  every("buckets are closed to the public", "aws:s3/bucket:Bucket", ({ name, inputs }, plan) => {
    const block = ofType(plan, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").find((one) =>
      names(text(one.inputs, "bucket"), name, text(inputs, "bucket")),
    )
    return [!BLOCKS.every((kind) => at(block?.inputs, kind) === true) && "is not blocked from it on all four sides"]
  }),
  every("buckets speak TLS only", "aws:s3/bucket:Bucket", ({ name, inputs }, plan) => {
    const policies = ofType(plan, "aws:s3/bucketPolicy:BucketPolicy").filter((one) =>
      names(text(one.inputs, "bucket"), name, text(inputs, "bucket")),
    )
    return [!refusesClear(plan, policies, ["s3:*"]) && "takes requests without TLS"]
  }),
  {
    promise: "nothing is open to everybody",
    *faults(plan) {
      for (const { where, effect, principals } of statements(plan))
        if (effect === "Allow" && principals.includes("*")) yield { where, what: "allows everybody" }
      for (const { name, inputs } of ofType(plan, "aws:lambda/permission:Permission"))
        if (text(inputs, "principal") === "*") yield { where: name, what: "may be invoked by everybody" }
      for (const { name } of ofType(plan, "aws:lambda/functionUrl:FunctionUrl"))
        yield { where: name, what: "is an address past the gateway" }
      for (const { name } of ofType(plan, "aws:s3/bucketAcl:BucketAcl"))
        yield { where: name, what: "is an access list" }
    },
  },
  {
    promise: "services of others act for this account only",
    *faults(plan) {
      for (const statement of statements(plan)) {
        const { where, kind, effect, principals } = statement
        if (effect !== "Allow") continue
        const named = principals.filter((one) =>
          /^Service:(cloudfront|scheduler|ses|sns|sqs|s3|logging\.s3|delivery\.logs)\./.test(one),
        )
        // Each of them has to be met; a bucket's ARN alone names no account.
        const isBound = ["aws:SourceArn", "aws:SourceAccount"]
          .map((variable) => asked(statement, variable))
          .some((bounds) => bounds.length > 0 && bounds.every((one) => one.includes(ACCOUNT)))
        if (named.length > 0 && !isBound) yield { where, what: `trusts ${named.join()} for anybody (${kind})` }
      }
    },
  },
]
