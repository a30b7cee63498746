import type { Plan } from "../plan.ts"
import { at, every, list, ofType, type Rule, text } from "./rule.ts"

const ROUTES = {
  $connect: "Connect",
  $disconnect: "Disconnect",
  sendMessage: "SendMessage",
  $default: "Default",
}

/** What an access log must not hold: tickets ride in a header, and what a visitor typed could stand in a query. */
const SECRETIVE = /query|header|protocol|authori[sz]er|body|cookie/i

const isSocket = (plan: Plan, apiId: string) =>
  ofType(plan, "aws:apigatewayv2/api:Api").some(
    (api) => text(api.inputs, "protocolType") === "WEBSOCKET" && apiId.includes(api.name),
  )

/** A PDF is compressed in itself. */
const isOfFiles = (behavior: unknown) => text(behavior, "pathPattern") === "/pdf/*"

export const network: Rule[] = [
  every(
    "gateways answer at most 100 requests a second, and 500 at once",
    "aws:apigatewayv2/stage:Stage",
    ({ inputs }) => [
      at(inputs, "defaultRouteSettings.throttlingRateLimit") !== 100 && "is not held to 100 a second",
      at(inputs, "defaultRouteSettings.throttlingBurstLimit") !== 500 && "is not held to 500 at once",
    ],
  ),
  every("access logs hold neither queries nor headers", "aws:apigatewayv2/stage:Stage", ({ inputs }) => {
    const format = text(inputs, "accessLogSettings.format")
    return [
      format === "" && "keeps no access log",
      SECRETIVE.test(format) && "logs what it should not",
      at(inputs, "defaultRouteSettings.dataTraceEnabled") === true && "logs whole frames",
      !["", "OFF"].includes(text(inputs, "defaultRouteSettings.loggingLevel")) && "keeps an execution log",
    ]
  }),
  {
    promise: "the socket's four routes and the API's one are there, each to its function",
    *faults(plan) {
      const target = (route: unknown) => {
        const id = text(route, "target").replace(/^integrations\//, "")
        const uri = ofType(plan, "aws:apigatewayv2/integration:Integration").find((one) => id.includes(one.name))
        return text(uri?.inputs, "integrationUri")
      }
      const routes = ofType(plan, "aws:apigatewayv2/route:Route").map(({ inputs }) => ({
        key: text(inputs, "routeKey"),
        socket: isSocket(plan, text(inputs, "apiId")),
        uri: target(inputs),
      }))
      for (const [key, name] of Object.entries(ROUTES))
        if (!routes.some((one) => one.socket && one.key === key && one.uri.includes(`${name}Function`)))
          yield { where: "Chat", what: `does not lead ${key} to ${name}` }
      if (!routes.some((one) => !one.socket && one.key === "$default" && one.uri.includes("ApiFunction")))
        yield { where: "Http", what: "does not lead to Api" }
      if (routes.length !== Object.keys(ROUTES).length + 1) yield { where: "gateways", what: "have other routes too" }
    },
  },
  every(
    "visitors are served over TLS, HTTP/2 and 3, compressed",
    "aws:cloudfront/distribution:Distribution",
    ({ inputs }) => {
      const behaviors = [at(inputs, "defaultCacheBehavior"), ...list(inputs, "orderedCacheBehaviors")]
      const hasDomain = list(inputs, "aliases").length > 0
      return [
        text(inputs, "httpVersion") !== "http2and3" && "does not speak HTTP/2 and 3",
        behaviors.some((one) => !["redirect-to-https", "https-only"].includes(text(one, "viewerProtocolPolicy"))) &&
          "answers without TLS",
        text(behaviors[0], "viewerProtocolPolicy") !== "redirect-to-https" &&
          "does not lead the page's visitors to https",
        behaviors.slice(1).some((one) => text(one, "viewerProtocolPolicy") !== "https-only") &&
          "leads programs on to https, when what they sent has been read",
        behaviors.some((one) => at(one, "compress") !== true && !isOfFiles(one)) && "does not compress",
        behaviors.some((one) => text(one, "responseHeadersPolicyId") === "") && "answers without security headers",
        hasDomain &&
          text(inputs, "viewerCertificate.minimumProtocolVersion") !== "TLSv1.2_2021" &&
          "speaks TLS older than 1.2",
        list(inputs, "customErrorResponses").length > 0 && "turns the API's errors into pages",
      ]
    },
  ),
  every(
    "the CDN asks its origins over TLS 1.2, and tells the API who it is",
    "aws:cloudfront/distribution:Distribution",
    ({ inputs }) => {
      const origins = list(inputs, "origins")
      const [api] = origins.filter((one) => text(one, "originId") === "api")
      return [
        origins.some(
          (one) =>
            at(one, "customOriginConfig") !== undefined &&
            (text(one, "customOriginConfig.originProtocolPolicy") !== "https-only" ||
              list(one, "customOriginConfig.originSslProtocols").join() !== "TLSv1.2"),
        ) && "may ask without TLS 1.2",
        origins.some((one) => at(one, "customOriginConfig") === undefined && !text(one, "originAccessControlId")) &&
          "reads a bucket without signing",
        !list(api, "customHeaders").some((one) => text(one, "name") === "x-origin-secret" && at(one, "value")) &&
          "does not say the origin secret",
      ]
    },
  ),
  every(
    "the page's policy names exact hosts and nothing inline",
    "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    ({ inputs }) => {
      const policy = text(inputs, "securityHeadersConfig.contentSecurityPolicy.contentSecurityPolicy")
      return [
        !policy.startsWith("default-src 'none'") && "allows by default",
        !policy.includes("base-uri 'none'") && "lets a page move what its addresses begin with",
        /\*|unsafe|\bhttps?:(?!\/\/)|\bwss?:(?!\/\/)/.test(policy) && `is too wide: ${policy}`,
        Number(at(inputs, "securityHeadersConfig.strictTransportSecurity.accessControlMaxAgeSec") ?? 0) < 31_536_000 &&
          "does not hold browsers to https for a year",
        at(inputs, "securityHeadersConfig.contentTypeOptions") === undefined && "lets browsers guess types",
        text(inputs, "securityHeadersConfig.referrerPolicy.referrerPolicy") !== "no-referrer" &&
          "tells others where visitors were",
        ...["Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy"].map(
          (name) =>
            !list(inputs, "customHeadersConfig.items").some((one) => text(one, "header") === name) &&
            `leaves out ${name}`,
        ),
      ]
    },
  ),
]
