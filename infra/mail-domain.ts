import { region } from "./account.ts"
import { identity } from "./mail.ts"
import { sender } from "./stage.ts"

const { domain } = sender
if (domain) records(domain)

/** By which receivers believe that a mail comes from the domain, written into its zone in Route 53. */
function records(domain: string) {
  const dns = sst.aws.dns()
  const record = (type: string, name: $util.Input<string>, value: $util.Input<string>, priority?: number) =>
    dns.createRecord("Mail", { type, name, value, ...(priority !== undefined && { priority }) }, {})

  // The keys that SES signs with, three so that it can rotate them.
  for (const index of [0, 1, 2]) {
    const token = identity.dkimSigningAttributes.apply((dkim) => dkim.tokens[index] ?? "")
    record("CNAME", $interpolate`${token}._domainkey.${domain}`, $interpolate`${token}.dkim.amazonses.com`)
  }

  // Where bounces go; SES answers there. Until the records are seen it uses a domain of its own.
  const bounces = `bounces.${domain}`
  new aws.sesv2.EmailIdentityMailFromAttributes("SenderMailFrom", {
    emailIdentity: identity.emailIdentity,
    mailFromDomain: bounces,
    behaviorOnMxFailure: "USE_DEFAULT_VALUE",
  })
  record("MX", bounces, $interpolate`feedback-smtp.${region}.amazonses.com`, 10)
  record("TXT", bounces, "v=spf1 include:amazonses.com -all")

  // What says it is from the domain and is not signed by it belongs with the junk. The bounces' domain is another, hence the relaxed SPF.
  record("TXT", `_dmarc.${domain}`, "v=DMARC1; p=quarantine; adkim=s; aspf=r")
}
