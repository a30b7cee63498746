import type { Plan } from "../plan.ts"
import { asked, statements } from "./policy.ts"
import { at, every, list, ofType, type Rule, text } from "./rule.ts"

const DISTRIBUTION = "aws:cloudfront/distribution:Distribution"
const WEEK_SECONDS = 7 * 24 * 3600

const behaviors = (distribution: unknown) => list(distribution, "orderedCacheBehaviors")
const ofFiles = (distribution: unknown) => behaviors(distribution).find((one) => text(one, "pathPattern") === "/pdf/*")

const named = (plan: Plan, type: string, id: string) => ofType(plan, type).find((one) => one.id === id)?.inputs

export const downloadRules: Rule[] = [
  every("a file is served to whoever has a signed link, and by that way alone", DISTRIBUTION, ({ inputs }, plan) => {
    const files = ofFiles(inputs)
    const groups = ofType(plan, "aws:cloudfront/keyGroup:KeyGroup").map(({ id }) => id)
    const trusted = list(files, "trustedKeyGroups")
    const origin = list(inputs, "origins").find((one) => text(one, "originId") === text(files, "targetOriginId"))
    const others = [at(inputs, "defaultCacheBehavior"), ...behaviors(inputs)].filter((one) => one !== files)
    return [
      files === undefined && "serves no files",
      (trusted.length !== 1 || !groups.some((id) => id === trusted[0])) && "serves files without a signed link",
      list(files, "trustedSigners").length > 0 && "trusts the keys of whole accounts",
      !isSealed(plan, origin) && "reads files without signing as itself",
      text(files, "viewerProtocolPolicy") !== "https-only" && "takes links in the clear",
      list(files, "allowedMethods").join() !== "GET,HEAD" && "lets files be changed",
      others.some((one) => text(one, "targetOriginId") === text(files, "targetOriginId")) &&
        "serves files by another path too",
    ]
  }),
  every("files stay at the edge for a week, whoever asked for them", DISTRIBUTION, ({ inputs }, plan) => {
    const id = text(ofFiles(inputs), "cachePolicyId")
    const policy = named(plan, "aws:cloudfront/cachePolicy:CachePolicy", id)
    const key = at(policy, "parametersInCacheKeyAndForwardedToOrigin")
    const kept = ["minTtl", "defaultTtl", "maxTtl"].map((name) => at(policy, name))
    return [
      kept.some((seconds) => seconds !== WEEK_SECONDS) && `keeps them for ${kept.join(", ")} s`,
      ["cookiesConfig.cookieBehavior", "headersConfig.headerBehavior", "queryStringsConfig.queryStringBehavior"].some(
        (path) => text(key, path) !== "none",
      ) && "keeps one for every link",
    ]
  }),
  every("a file that was downloaded runs nothing, and is kept by no browser", DISTRIBUTION, ({ inputs }, plan) => {
    const id = text(ofFiles(inputs), "responseHeadersPolicyId")
    const policy = named(plan, "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy", id)
    const header = (name: string) =>
      text(
        list(policy, "customHeadersConfig.items").find((one) => text(one, "header") === name && at(one, "override")),
        "value",
      )
    const security = text(policy, "securityHeadersConfig.contentSecurityPolicy.contentSecurityPolicy")
    return [
      header("Cache-Control") !== "private, no-store" && "lets browsers keep files",
      header("Cross-Origin-Resource-Policy") !== "same-origin" && "lets others embed files",
      !/(^|; )sandbox($|;)/.test(security) && "lets files run",
    ]
  }),
  every("files are read by this one distribution, by their names", DISTRIBUTION, ({ arn }, plan) => {
    const allowing = statements(plan).filter(({ where, effect }) => where === "FilesPolicy" && effect === "Allow")
    const bucket = ofType(plan, "aws:s3/bucket:Bucket").find(({ name }) => name === "Files")?.arn
    const isExact = allowing.every(
      (one) =>
        one.principals.join() === "Service:cloudfront.amazonaws.com" &&
        one.actions.join() === "s3:GetObject" &&
        one.resources.join() === `${bucket}/pdf/*` &&
        asked(one, "aws:SourceArn").join() === arn,
    )
    return [allowing.length === 0 && "may not read files", !isExact && "is not alone in reading files"]
  }),
  every("the CDN can open what it reads, and nothing of others", DISTRIBUTION, (_, plan) => {
    const opening = statements(plan).filter(
      ({ where, principals }) => where === "DataKey" && principals.includes("Service:cloudfront.amazonaws.com"),
    )
    return [
      !opening.some(({ actions }) => actions.includes("kms:Decrypt")) && "cannot open files: their key is closed to it",
      opening.some(({ actions }) => actions.join() !== "kms:Decrypt") && "may do more with the key than open files",
    ]
  }),
  every(
    "links are signed with a key the CDN trusts, and so are those before and after a rotation",
    "aws:cloudfront/keyGroup:KeyGroup",
    ({ inputs }, plan) => {
      const trusted = ofType(plan, "aws:cloudfront/publicKey:PublicKey").filter(({ id }) =>
        list(inputs, "items").some((one) => one === id),
      )
      const texts = new Set(trusted.map((one) => text(one.inputs, "encodedKey")))
      const secret = ofType(plan, "aws:secretsmanager/secretVersion:SecretVersion").find(
        ({ name }) => name === "DownloadKeyVersion",
      )?.inputs
      const signing: unknown = JSON.parse(text(secret, "secretString.$secret") || "{}")
      return [
        texts.size < 2 && "trusts one key alone: a rotation refuses links that are under way",
        !trusted.some(({ id }) => id === text(signing, "keyId")) && "does not trust the key that signs",
        !text(signing, "privateKey").startsWith("-----BEGIN PRIVATE KEY-----") && "is signed for with no PKCS#8 key",
      ]
    },
  ),
  every("keys for links are what CloudFront takes", "tls:index/privateKey:PrivateKey", ({ inputs }) => [
    (text(inputs, "algorithm") !== "RSA" || at(inputs, "rsaBits") !== 2048) && "is not RSA of 2048 bits",
  ]),
]

/** Whether each request to it is signed, so that the bucket knows who asks. */
function isSealed(plan: Plan, origin: unknown): boolean {
  const id = text(origin, "originAccessControlId")
  const access = named(plan, "aws:cloudfront/originAccessControl:OriginAccessControl", id)
  return text(access, "signingBehavior") === "always" && text(access, "originAccessControlOriginType") === "s3"
}
