import { contentSecurityPolicy, DOWNLOAD_POLICY, HSTS_SECONDS, PERMISSIONS } from "./edge/headers.ts"
import { socket } from "./host.ts"

const common = {
  contentTypeOptions: { override: true },
  referrerPolicy: { referrerPolicy: "no-referrer", override: true },
  strictTransportSecurity: {
    accessControlMaxAgeSec: HSTS_SECONDS,
    includeSubdomains: true,
    preload: false,
    override: true,
  },
}

/** What has no field of its own in a policy. */
const others = ({ override }: { override: boolean }) => [
  { header: "Cross-Origin-Opener-Policy", value: "same-origin", override },
  { header: "Cross-Origin-Resource-Policy", value: "same-origin", override },
  { header: "Permissions-Policy", value: PERMISSIONS, override },
]

/** The page's. */
export const pageHeaders = new aws.cloudfront.ResponseHeadersPolicy("PageHeaders", {
  securityHeadersConfig: {
    contentSecurityPolicy: { contentSecurityPolicy: socket.apply(contentSecurityPolicy), override: true },
    ...common,
  },
  customHeadersConfig: { items: others({ override: true }) },
})

/** The API sends its own; these stand on what the gateway or CloudFront says in its place. */
export const apiHeaders = new aws.cloudfront.ResponseHeadersPolicy("ApiHeaders", {
  securityHeadersConfig: {
    contentSecurityPolicy: {
      contentSecurityPolicy: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      override: false,
    },
    ...common,
  },
  customHeadersConfig: {
    items: [{ header: "Cache-Control", value: "no-store", override: false }, ...others({ override: false })],
  },
})

/** A file is what somebody else may have had a hand in: it runs nothing, is embedded nowhere, and no shared computer keeps it. */
export const downloadHeaders = new aws.cloudfront.ResponseHeadersPolicy("DownloadHeaders", {
  securityHeadersConfig: {
    contentSecurityPolicy: { contentSecurityPolicy: DOWNLOAD_POLICY, override: true },
    ...common,
  },
  customHeadersConfig: {
    items: [{ header: "Cache-Control", value: "private, no-store", override: true }, ...others({ override: true })],
  },
})
