import type { Plan } from "../plan/plan.ts"
import type { Way } from "./planned.ts"
import { bundle, environment, find, rights, set, setIn, setWhere, trust } from "./spoil.ts"

/** Something that must never be deployed, and what the rules say of it. */
export type Fault = { way?: Way; spoil: (plan: Plan) => unknown; finds: string }

export const faults: Record<string, Fault> = {
  "an action that is a wildcard": {
    spoil: (plan) => rights(plan, "ApiRole", (policy) => policy.replace("dynamodb:GetItem", "dynamodb:*")),
    finds: "ApiRole dynamodb:*",
  },
  "a resource that is a wildcard": {
    spoil: (plan) =>
      rights(plan, "ReplyRole", (policy) =>
        policy
          .replace(/"Resource":\s*"arn:aws:dynamodb[^"]*"/, '"Resource":"*"')
          .replace(/\["arn:aws:dynamodb[^"]*"\]/, '["*"]'),
      ),
    finds: "on *",
  },
  "a right beside functions.ts": {
    spoil: (plan) => rights(plan, "ConnectRole", (policy) => policy.replace("dynamodb:GetItem", "dynamodb:Scan")),
    finds: "Connect may also dynamodb:Scan",
  },
  "a right about every function": {
    spoil: (plan) => rights(plan, "SendMessageRole", (policy) => policy.replace(/:function:[^"]*/, ":function:*")),
    finds: "SendMessageRole lambda:InvokeFunction on arn:aws:lambda",
  },
  "a right too few": {
    spoil: (plan) =>
      rights(plan, "SendMessageRole", (policy) => policy.replace("lambda:InvokeFunction", "lambda:GetFunction")),
    finds: "SendMessage may not lambda:InvokeFunction",
  },
  "a role that trusts the whole account": {
    spoil: (plan) => set(plan, "ApiRole", "assumeRolePolicy", trust("arn:aws:iam::123456789012:root")),
    finds: "ApiRole is trusted to AWS:arn:aws:iam::123456789012:root",
  },
  "a policy of AWS's own": {
    spoil: (plan) => set(plan, "ApiRole", "managedPolicyArns", ["arn:aws:iam::aws:policy/AdministratorAccess"]),
    finds: "ApiRole has arn:aws:iam::aws:policy/AdministratorAccess",
  },
  "a public bucket": {
    spoil: (plan) => set(plan, "PagePublicAccessBlock", "restrictPublicBuckets", false),
    finds: "buckets are closed to the public | PageBucket",
  },
  "a bucket that everybody may read": {
    spoil: (plan) =>
      set(
        plan,
        "PagePolicy",
        "policy",
        JSON.stringify({
          Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::page/*" }],
        }),
      ),
    finds: "PagePolicy allows everybody",
  },
  "a bucket without TLS": {
    spoil: (plan) => set(plan, "PagePolicy", "policy", JSON.stringify({ Statement: [] })),
    finds: "PageBucket takes requests without TLS",
  },
  "production without point-in-time recovery": {
    spoil: (plan) => set(plan, "TableTable", "pointInTimeRecovery", { enabled: false }),
    finds: "TableTable has no point-in-time recovery",
  },
  "production's table goes with the stack": {
    spoil: (plan) => void delete find(plan, "TableTable").options.retainOnDelete,
    finds: "TableTable goes with the stack",
  },
  "a table sealed with nobody's key": {
    way: "dev",
    spoil: (plan) => set(plan, "TableTable", "serverSideEncryption", { enabled: false }),
    finds: "TableTable is not sealed",
  },
  "a key that does not rotate": {
    spoil: (plan) => set(plan, "DataKey", "enableKeyRotation", false),
    finds: "DataKey does not rotate",
  },
  "logs that are kept for ever": {
    spoil: (plan) => set(plan, "ReplyLog", "retentionInDays", undefined),
    finds: "ReplyLog keeps everything for ever",
  },
  "logs in clear": {
    spoil: (plan) => set(plan, "ChatAccessLog", "kmsKeyId", undefined),
    finds: "ChatAccessLog names no key",
  },
  "an access log with the query string": {
    spoil: (plan) => set(plan, "HttpStage", "accessLogSettings", { format: "$context.path?$request.querystring" }),
    finds: "HttpStage logs what it should not",
  },
  "an execution log, which holds headers": {
    spoil: (plan) =>
      set(plan, "ChatStage", "defaultRouteSettings", {
        throttlingRateLimit: 100,
        throttlingBurstLimit: 500,
        loggingLevel: "INFO",
      }),
    finds: "ChatStage keeps an execution log",
  },
  "no throttling": {
    spoil: (plan) => set(plan, "ChatStage", "defaultRouteSettings", {}),
    finds: "ChatStage is not held to 100 a second",
  },
  "TLS older than 1.2 under a domain": {
    way: "production with a domain, provisioned",
    spoil: (plan) => set(plan, "CdnDistribution", "viewerCertificate", { minimumProtocolVersion: "TLSv1" }),
    finds: "speaks TLS older than 1.2",
  },
  "visitors served in clear": {
    spoil: (plan) => setIn(plan, "CdnDistribution", "defaultCacheBehavior", "viewerProtocolPolicy", "allow-all"),
    finds: "CdnDistribution answers without TLS",
  },
  "error pages over the API": {
    spoil: (plan) => set(plan, "CdnDistribution", "customErrorResponses", [{ errorCode: 404 }]),
    finds: "turns the API's errors into pages",
  },
  "a wildcard in the page's policy": {
    spoil: (plan) =>
      set(plan, "PageHeaders", "securityHeadersConfig", {
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; connect-src wss:" },
      }),
    finds: "PageHeaders is too wide",
  },
  "what the gateway says without a header that the API's answers have": {
    spoil: (plan) => set(plan, "ApiHeaders", "customHeadersConfig", { items: [] }),
    finds: "ApiHeaders leaves out Permissions-Policy",
  },
  "a route that leads nowhere": {
    way: "live",
    spoil: (plan) => setWhere(plan, "aws:apigatewayv2/route:Route", "routeKey", "sendMessage", "sendMesage"),
    finds: "Chat does not lead sendMessage to SendMessage",
  },
  "a handler's path that is wrong": {
    spoil: (plan) => set(plan, "SweepFunction", "handler", "packages/chat/src/sweeep.handler"),
    finds: "Sweep starts packages/chat/src/sweeep.handler",
  },
  "a setting that is missing": {
    spoil: (plan) => void delete environment(plan, "ReplyFunction")["LEASE_MS"],
    finds: "Reply lacks LEASE_MS",
  },
  "the origin's secrets missing, so that anybody gets in": {
    spoil: (plan) => void delete environment(plan, "ApiFunction")["ORIGIN_SECRET_SHA256"],
    finds: "Api lacks ORIGIN_SECRET_SHA256",
  },
  "a setting nobody reads": {
    spoil: (plan) => Object.assign(environment(plan, "ReplyFunction"), { LEASEMS: "1" }),
    finds: "Reply has LEASEMS, which nobody reads",
  },
  "a setting that cannot be read": {
    spoil: (plan) => Object.assign(environment(plan, "ReplyFunction"), { LEASE_MS: "soon" }),
    finds: "Reply Setting LEASE_MS is not usable",
  },
  "a bundle that is too large": {
    spoil: (plan) => (bundle(plan, "Connect").bytes *= 2),
    finds: "Connect weighs",
  },
  "a part that is read later and is too large": {
    spoil: (plan) => (bundle(plan, "Reply").lateBytes *= 2),
    finds: "Reply weighs",
  },
  "replies that may take everything the account may run": {
    spoil: (plan) => void delete find(plan, "ReplyFunction").inputs["reservedConcurrentExecutions"],
    finds: "ReplyFunction takes whatever the account may run",
  },
  "connections that are held to a number at once": {
    spoil: (plan) => set(plan, "ConnectFunction", "reservedConcurrentExecutions", 5),
    finds: "ConnectFunction is held to 5 at once",
  },
  "instances kept ready that nobody calls": {
    way: "production with a domain, provisioned",
    spoil: (plan) => Object.assign(bundle(plan, "SendMessage").resources["Reply"] ?? {}, { name: "ReplyFunction" }),
    finds: "ReplyWarm is not what SendMessage calls",
  },
  "instances kept ready of what changes": {
    way: "production with a domain, provisioned",
    spoil: (plan) => set(plan, "ReplyWarm", "functionVersion", "$LATEST"),
    finds: "ReplyWarm stands for no version",
  },
  "instances kept ready that Lambda tries again": {
    way: "production with a domain, provisioned",
    spoil: (plan) => set(plan, "ReplyWarmEventInvokeConfig", "maximumRetryAttempts", 2),
    finds: "ReplyWarm is tried again by Lambda",
  },
  "replies that Lambda tries again": {
    spoil: (plan) => set(plan, "ReplyEventInvokeConfig", "maximumRetryAttempts", 2),
    finds: "Reply is tried again by Lambda",
  },
  "tags that are missing": {
    spoil: (plan) => void delete plan.app.providers["aws"]?.["defaultTags"],
    finds: "the tag stage is missing",
  },
  "an Output used for its value": {
    spoil: (plan) =>
      plan.suspicious.push({ urn: "urn::x::Page", path: "name", value: "Calling [toString] on an [Output<T>]" }),
    finds: "Page name is Calling [toString]",
  },
}
