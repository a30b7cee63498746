import type { Plan } from "../plan/plan.ts"
import type { Fault } from "./planted.ts"
import { begun, bundle, copy, find, policy, rights, set, setIn } from "./spoil.ts"

const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping"
const OF_DISTRIBUTIONS = /,"Condition":\{"ArnLike":\{"aws:SourceArn":"arn:aws:cloudfront::\d+:distribution\/\*"\}\}/

/** What is said of `/pdf/*`. */
const ofFiles = (plan: Plan) => {
  const behaviors = find(plan, "CdnDistribution").inputs["orderedCacheBehaviors"] as Record<string, unknown>[] // AWS's shape
  const found = behaviors.find(({ pathPattern }) => pathPattern === "/pdf/*")
  if (!found) throw new Error("no files are served")
  return found
}

const ageing = (plan: Plan, name: string) => {
  const [rule] = find(plan, name).inputs["rules"] as Record<string, unknown>[] // AWS's shape
  if (!rule) throw new Error(`${name} says nothing`)
  return rule
}

/** What must never happen to files, to those who download them, and to what is counted. */
export const fileFaults: Record<string, Fault> = {
  "files that are lost when they are overwritten": {
    spoil: (plan) => set(plan, "FilesVersioning", "versioningConfiguration", { status: "Suspended" }),
    finds: "Files loses what is overwritten",
  },
  "files sealed with S3's own key": {
    spoil: (plan) =>
      set(plan, "FilesEncryption", "rules", [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }]),
    finds: "Files is not sealed with the data key",
  },
  "a call of KMS for every file": {
    spoil: (plan) => (ageing(plan, "FilesEncryption")["bucketKeyEnabled"] = false),
    finds: "Files asks KMS for every single file",
  },
  "files with access lists": {
    spoil: (plan) => set(plan, "FilesOwnership", "rule", { objectOwnership: "ObjectWriter" }),
    finds: "Files has access lists",
  },
  "files that are kept for ever": {
    spoil: (plan) => void delete ageing(plan, "FilesLifecycle")["expiration"],
    finds: "Files keeps them for ever",
  },
  "old versions that are kept": {
    spoil: (plan) => void delete ageing(plan, "FilesLifecycle")["noncurrentVersionExpiration"],
    finds: "Files keeps old versions",
  },
  "files that take hours to bring back": {
    spoil: (plan) => (ageing(plan, "FilesLifecycle")["transitions"] = [{ days: 30, storageClass: "GLACIER" }]),
    finds: "Files moves them at 30 GLACIER",
  },
  "unfinished uploads that are kept": {
    spoil: (plan) => void delete ageing(plan, "FilesLifecycle")["abortIncompleteMultipartUpload"],
    finds: "Files keeps what was never sent to its end",
  },
  "files from pages of others": {
    spoil: (plan) =>
      set(plan, "FilesCors", "corsRules", [{ allowedMethods: ["POST"], allowedOrigins: ["*"], allowedHeaders: ["*"] }]),
    finds: "Files lets pages of * in",
  },
  "files that pages may read": {
    spoil: (plan) => {
      const [rule] = find(plan, "FilesCors").inputs["corsRules"] as Record<string, unknown>[] // AWS's shape
      if (rule) rule["allowedMethods"] = ["GET", "POST"]
    },
    finds: "Files lets pages do more than send",
  },
  "files that are read unseen": {
    spoil: (plan) => set(plan, "FilesLogging", "targetBucket", "elsewhere"),
    finds: "Files keeps no access log",
  },
  "a log of files that anybody's bucket may write to": {
    spoil: (plan) =>
      policy(plan, "FileLogsPolicy", (text) => text.replace(/"arn:aws:s3:::Files-[^"/]*"/, '"arn:aws:s3:::*"')),
    finds: "FileLogs takes from S3 about any bucket",
  },
  "a log of files written for anybody": {
    spoil: (plan) =>
      policy(plan, "FileLogsPolicy", (text) => text.replace(/,"StringEquals":\{"aws:SourceAccount":"\d+"\}/, "")),
    finds: "FileLogsPolicy trusts Service:logging.s3.amazonaws.com for anybody",
  },
  "a log of files that is kept for ever": {
    spoil: (plan) => void delete ageing(plan, "FileLogsLifecycle")["expiration"],
    finds: "FileLogs does not forget after 90 days",
  },
  "a log of files in the open": {
    spoil: (plan) => set(plan, "FileLogsPublicAccessBlock", "ignorePublicAcls", false),
    finds: "FileLogs is not blocked from it on all four sides",
  },
  "files in clear": {
    spoil: (plan) => policy(plan, "FilesPolicy", (text) => text.replace('"Deny"', '"Allow"')),
    finds: "Files takes requests without TLS",
  },
  "production's files go with the stack": {
    spoil: (plan) => void delete find(plan, "Files").options.retainOnDelete,
    finds: "Files goes with the stack",
  },
  "production's files go with their bucket": {
    spoil: (plan) => set(plan, "Files", "forceDestroy", true),
    finds: "Files goes with all that lies in it",
  },
  "files without a signed link": {
    spoil: (plan) => (ofFiles(plan)["trustedKeyGroups"] = []),
    finds: "CdnDistribution serves files without a signed link",
  },
  "files without a signed link by another path": {
    spoil: (plan) => setIn(plan, "CdnDistribution", "defaultCacheBehavior", "targetOriginId", "files"),
    finds: "CdnDistribution serves files by another path too",
  },
  "links that whole accounts may sign": {
    spoil: (plan) => (ofFiles(plan)["trustedSigners"] = ["self"]),
    finds: "CdnDistribution trusts the keys of whole accounts",
  },
  "links in the clear": {
    spoil: (plan) => (ofFiles(plan)["viewerProtocolPolicy"] = "redirect-to-https"),
    finds: "CdnDistribution takes links in the clear",
  },
  "files that visitors may write": {
    spoil: (plan) => (ofFiles(plan)["allowedMethods"] = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"]),
    finds: "CdnDistribution lets files be changed",
  },
  "no files at all": {
    spoil: (plan) => (ofFiles(plan)["pathPattern"] = "/files/*"),
    finds: "CdnDistribution serves no files",
  },
  "files that the CDN reads unsigned": {
    spoil: (plan) => set(plan, "FilesAccess", "signingBehavior", "never"),
    finds: "CdnDistribution reads files without signing as itself",
  },
  "an edge that forgets": {
    spoil: (plan) => set(plan, "DownloadCaching", "defaultTtl", 86_400),
    finds: "CdnDistribution keeps them for 604800, 86400, 604800 s",
  },
  "an edge that keeps a file for every link": {
    spoil: (plan) =>
      setIn(plan, "DownloadCaching", "parametersInCacheKeyAndForwardedToOrigin", "queryStringsConfig", {
        queryStringBehavior: "all",
      }),
    finds: "CdnDistribution keeps one for every link",
  },
  "files that run": {
    spoil: (plan) =>
      setIn(plan, "DownloadHeaders", "securityHeadersConfig", "contentSecurityPolicy", {
        contentSecurityPolicy: "default-src 'none'",
      }),
    finds: "CdnDistribution lets files run",
  },
  "files that browsers keep, and others embed": {
    spoil: (plan) => set(plan, "DownloadHeaders", "customHeadersConfig", { items: [] }),
    finds: "CdnDistribution lets browsers keep files",
  },
  "files that every distribution reads": {
    spoil: (plan) =>
      policy(plan, "FilesPolicy", (text) => text.replace("distribution/CdnDistribution", "distribution/*")),
    finds: "CdnDistribution is not alone in reading files",
  },
  "files that can be listed": {
    spoil: (plan) =>
      policy(plan, "FilesPolicy", (text) => text.replace('"s3:GetObject"', '["s3:GetObject","s3:ListBucket"]')),
    finds: "CdnDistribution is not alone in reading files",
  },
  "a key that is closed to the CDN, so that nothing can be downloaded": {
    spoil: (plan) =>
      policy(plan, "DataKey", (text) => text.replace('"cloudfront.amazonaws.com"', '"ec2.amazonaws.com"')),
    finds: "CdnDistribution cannot open files: their key is closed to it",
  },
  "a key that distributions of every account may use": {
    spoil: (plan) => policy(plan, "DataKey", (text) => text.replace(OF_DISTRIBUTIONS, "")),
    finds: "DataKey trusts Service:cloudfront.amazonaws.com for anybody",
  },
  "links signed with a key that the CDN does not trust": {
    spoil: (plan) => set(plan, "DownloadKeys", "items", ["DownloadKey0Public-0000000", "DownloadKey2Public-0000000"]),
    finds: "DownloadKeys does not trust the key that signs",
  },
  "a rotation that refuses links under way": {
    spoil: (plan) => set(plan, "DownloadKeys", "items", ["DownloadKey1Public-0000000"]),
    finds: "DownloadKeys trusts one key alone",
  },
  "keys for links that CloudFront does not take": {
    spoil: (plan) => set(plan, "DownloadKey1", "rsaBits", 4096),
    finds: "DownloadKey1 is not RSA of 2048 bits",
  },
  "the key for links in clear": {
    spoil: (plan) => set(plan, "DownloadKeyVersion", "secretString", "{}"),
    finds: "DownloadKeyVersion is not kept secret",
  },
  "a function that reads every file, wherever it lies": {
    spoil: (plan) => rights(plan, "MailRole", (text) => text.replace(/(arn:aws:s3:::Files-[^"/]*)\/pdf\/\*/, "$1/*")),
    finds: "MailRole s3:GetObject on arn:aws:s3:::Files-0000000/*",
  },
  "a function that overwrites files it should only send": {
    spoil: (plan) => rights(plan, "MailRole", (text) => text.replace("s3:GetObject", "s3:PutObject")),
    finds: "Mail may also s3:PutObject on Files's pdf/*",
  },
  "an erasure that leaves files at the edge": {
    spoil: (plan) =>
      rights(plan, "EraseRole", (text) => text.replace("cloudfront:CreateInvalidation", "cloudfront:GetInvalidation")),
    finds: "Erase may not cloudfront:CreateInvalidation on Cdn",
  },
  "files that are shown again while Export waits for them": {
    spoil: (plan) => set(plan, "ExportQueueQueue", "visibilityTimeoutSeconds", 20),
    finds: "ExportQueue shows a message again while Export works on it",
  },
  "a function without the fonts it sets with": {
    spoil: (plan) => (bundle(plan, "Render").copied = ["template"]),
    finds: "Render lacks fonts/NotoSans_400Regular.ttf",
  },
  "a native package of the machine that deploys": {
    spoil: (plan) =>
      void delete bundle(plan, "Render").installed["@myriaddreamin/typst-ts-node-compiler-linux-arm64-gnu"],
    finds: "Render has @myriaddreamin/typst-ts-node-compiler for the machine that deploys",
  },
  "a package of whatever version there is": {
    spoil: (plan) => (bundle(plan, "Render").installed["@myriaddreamin/typst-ts-node-compiler"] = "catalog:"),
    finds: "Render has @myriaddreamin/typst-ts-node-compiler catalog:",
  },
  "more fonts than Lambda takes": {
    spoil: (plan) => (bundle(plan, "Render").besideBytes *= 3),
    finds: "MB unpacked, not at most 150",
  },
  "a change that is counted by nobody": {
    spoil: (plan) =>
      (begun(plan, MAPPING, "TableSubscriberCount").inputs["functionName"] = find(plan, "ReplyFunction").arn),
    finds: "functions.ts says that Count takes from Table's stream",
  },
  "a stream that another function reads too": {
    spoil: (plan) =>
      copy(plan, "TableSubscriberCountEventSourceMapping", { functionName: find(plan, "ReplyFunction").arn }),
    finds: "nobody says that Reply takes from Table's stream",
  },
  "a change that holds up all others": {
    spoil: (plan) => (begun(plan, MAPPING, "TableSubscriberCount").inputs["bisectBatchOnFunctionError"] = undefined),
    finds: "lays a hundred changes aside for one",
  },
  "a change that is tried for a day": {
    spoil: (plan) => (begun(plan, MAPPING, "TableSubscriberCount").inputs["maximumRetryAttempts"] = undefined),
    finds: "is tried again for a day",
  },
  "a change that is lost when nobody can count it": {
    spoil: (plan) => (begun(plan, MAPPING, "TableSubscriberCount").inputs["destinationConfig"] = undefined),
    finds: "loses what nobody can count",
  },
  "counting that is told of every heartbeat": {
    spoil: (plan) => (begun(plan, MAPPING, "TableSubscriberCount").inputs["filterCriteria"] = undefined),
    finds: "brings what nobody counts",
  },
  "counting that reads another table's stream": {
    spoil: (plan) => rights(plan, "CountRole", (text) => text.replace(/\/stream\/[^"]*/, "/stream/*")),
    finds: "CountRole dynamodb:DescribeStream",
  },
}
