import { named } from "./link.ts"
import { sender } from "./stage.ts"

/**
 * What SES holds to with each of this stage's mails: TLS or nothing, and none to whom a mail bounced from or who complained. Opens and
 * clicks are followed where somebody asks to be told of them; nobody does, and the account's own dashboard is not let in either.
 */
export const configurationSet = new aws.sesv2.ConfigurationSet("Mailing", {
  configurationSetName: `${$app.name}-${$app.stage}-mail`,
  deliveryOptions: { tlsPolicy: "REQUIRE" },
  reputationOptions: { reputationMetricsEnabled: true },
  suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
  vdmOptions: {
    dashboardOptions: { engagementMetrics: "DISABLED" },
    guardianOptions: { optimizedSharedDelivery: "DISABLED" },
  },
})

/** Who may be named as the sender: the whole of a domain of ours, whose records mail-domain.ts writes, or one address that AWS asks. */
export const identity = new aws.sesv2.EmailIdentity("Sender", {
  emailIdentity: sender.domain ?? sender.address,
  configurationSetName: configurationSet.configurationSetName,
  ...(sender.domain && { dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" } }),
})

export const mailLink = named(configurationSet, { configurationSet: configurationSet.configurationSetName })
