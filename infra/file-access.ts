import { closeBucket } from "./bucket.ts"
import { distribution, site } from "./cdn.ts"
import { files } from "./files.ts"

/** This one distribution reads files, by their names: it cannot list them. */
closeBucket("Files", files, [
  {
    sid: "Downloads",
    principals: [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }],
    actions: ["s3:GetObject"],
    resources: [$interpolate`${files.arn}/pdf/*`],
    conditions: [{ test: "StringEquals", variable: "aws:SourceArn", values: [distribution.arn] }],
  },
])

/** The page sends files by forms that the API has signed. */
new aws.s3.BucketCorsConfiguration("FilesCors", {
  bucket: files.bucket,
  corsRules: [
    { allowedMethods: ["POST"], allowedOrigins: [site], allowedHeaders: ["content-type"], maxAgeSeconds: 3600 },
  ],
})

/** What remembers files, and is told when one is erased. */
export const downloadsLink = new sst.Linkable("Downloads", { properties: { distribution: distribution.id } })
