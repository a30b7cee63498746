import { downloadHeaders } from "./cdn-headers.ts"
import { keyGroup } from "./download-key.ts"
import { files } from "./files.ts"

const access = new aws.cloudfront.OriginAccessControl("FilesAccess", {
  originAccessControlOriginType: "s3",
  signingBehavior: "always",
  signingProtocol: "sigv4",
})

export const fileOrigin = {
  originId: "files",
  domainName: files.bucketRegionalDomainName,
  originAccessControlId: access.id,
}

const WEEK_SECONDS = 7 * 24 * 3600

/** A file's name is its content's hash, so it never changes; it goes when it is invalidated. Who asks, and by which link, is no part of it. */
const caching = new aws.cloudfront.CachePolicy("DownloadCaching", {
  comment: `${$app.name} ${$app.stage}: files`,
  minTtl: WEEK_SECONDS,
  defaultTtl: WEEK_SECONDS,
  maxTtl: WEEK_SECONDS,
  parametersInCacheKeyAndForwardedToOrigin: {
    cookiesConfig: { cookieBehavior: "none" },
    headersConfig: { headerBehavior: "none" },
    queryStringsConfig: { queryStringBehavior: "none" },
    enableAcceptEncodingBrotli: false,
    enableAcceptEncodingGzip: false,
  },
})

/** Files, to whoever comes with a link that the API signed and that has not expired; the edge knows that without asking anybody. */
export const downloads = {
  pathPattern: "/pdf/*",
  targetOriginId: fileOrigin.originId,
  // A redirect would come too late for a link that was sent in the clear.
  viewerProtocolPolicy: "https-only",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
  compress: false, // a PDF is
  cachePolicyId: caching.id,
  responseHeadersPolicyId: downloadHeaders.id,
  trustedKeyGroups: [keyGroup.id],
}
