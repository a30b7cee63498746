import { readFileSync } from "node:fs"
import path from "node:path"
import { apiHeaders, pageHeaders } from "./cdn-headers.ts"
import { downloads, fileOrigin } from "./downloads.ts"
import { pageCode } from "./edge/page-code.ts"
import { httpApi } from "./gateway.ts"
import { hostOf, socket } from "./host.ts"
import { bucket, files, missing } from "./page.ts"
import { originSecret } from "./secret.ts"
import { domain } from "./stage.ts"

const edge = (name: string) => readFileSync(path.join($cli.paths.root, "infra/edge", name), "utf8")

const pageEdge = new aws.cloudfront.Function("PageEdge", {
  runtime: "cloudfront-js-2.0",
  code: socket.apply((socket) => pageCode(edge("page.js"), { files, missing, socket })),
})

const apiEdge = new aws.cloudfront.Function("ApiEdge", { runtime: "cloudfront-js-2.0", code: edge("api.js") })

const originAccess = new aws.cloudfront.OriginAccessControl("PageAccess", {
  originAccessControlOriginType: "s3",
  signingBehavior: "always",
  signingProtocol: "sigv4",
})

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
const CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6"
const CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
const ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"

/** Page, API and files under one name. No error pages for the whole of it: they would turn the API's 404 into HTML. */
const cdn = new sst.aws.Cdn("Cdn", {
  ...(domain && { domain }),
  comment: `${$app.name} ${$app.stage}`,
  wait: false,
  origins: [
    {
      originId: "page",
      domainName: bucket.nodes.bucket.bucketRegionalDomainName,
      originAccessControlId: originAccess.id,
    },
    {
      originId: "api",
      domainName: hostOf(httpApi.url),
      customHeaders: [{ name: "x-origin-secret", value: originSecret }],
      customOriginConfig: {
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: ["TLSv1.2"],
        originReadTimeout: 30,
      },
    },
    fileOrigin,
  ],
  defaultCacheBehavior: {
    targetOriginId: "page",
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
    compress: true,
    cachePolicyId: CACHING_OPTIMIZED,
    responseHeadersPolicyId: pageHeaders.id,
    functionAssociations: [{ eventType: "viewer-request", functionArn: pageEdge.arn }],
  },
  orderedCacheBehaviors: [
    {
      pathPattern: "/v1/*",
      targetOriginId: "api",
      // A redirect would come too late for a token that was sent in the clear.
      viewerProtocolPolicy: "https-only",
      allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
      cachedMethods: ["GET", "HEAD"],
      compress: true,
      cachePolicyId: CACHING_DISABLED,
      originRequestPolicyId: ALL_VIEWER_EXCEPT_HOST,
      responseHeadersPolicyId: apiHeaders.id,
      functionAssociations: [{ eventType: "viewer-request", functionArn: apiEdge.arn }],
    },
    downloads,
  ],
  transform: {
    distribution: (args) => {
      args.httpVersion = "http2and3"
      args.isIpv6Enabled = true
    },
  },
})

/** Where the page is, and the base of every link that is sent. */
export const site = domain ? `https://${domain}` : cdn.url

export const distribution = cdn.nodes.distribution
