import type { Fault } from "./planted.ts"
import { begun, copy, find, policy, rights, set, setIn } from "./spoil.ts"

const WITH_DOMAIN = "production with a domain, provisioned"
const MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping"
const SENDER = /,"Condition":\{"StringEquals":\{"ses:FromAddress":"[^"]*"\}\}/
const OF_THIS_ACCOUNT = /,"Condition":\{"StringEquals":\{"aws:SourceAccount":"\d+"\}\}/
const deny = JSON.stringify({ Statement: [] })
const aside = (arn: unknown, maxReceiveCount: number) => JSON.stringify({ deadLetterTargetArn: arn, maxReceiveCount })

/** What must never happen to queues, topics, mails, secrets and the ledger. */
export const mailFaults: Record<string, Fault> = {
  "a queue that lays nothing aside": {
    spoil: (plan) => set(plan, "MailQueueQueue", "redrivePolicy", undefined),
    finds: "MailQueue lays nothing aside",
  },
  "a queue that tries for ever": {
    spoil: (plan) =>
      set(plan, "MailQueueQueue", "redrivePolicy", aside(find(plan, "MailQueueDeadLettersQueue").arn, 1000)),
    finds: "MailQueue tries 1000 times",
  },
  "a message that is shown again while its function works on it": {
    spoil: (plan) => set(plan, "EraseQueueQueue", "visibilityTimeoutSeconds", 30),
    finds: "EraseQueue shows a message again while Erase works on it",
  },
  "dead letters that are thrown away": {
    spoil: (plan) => set(plan, "MailQueueDeadLettersQueue", "messageRetentionSeconds", 3_600),
    finds: "MailQueueDeadLettersQueue does not keep 14 days",
  },
  "a queue that nobody lists": {
    spoil: (plan) => copy(plan, "MailQueueQueue", {}),
    finds: "OtherMailQueueQueue stands nowhere in functions.ts",
  },
  "a queue sealed with AWS's key": {
    spoil: (plan) => set(plan, "EraseQueueQueue", "kmsMasterKeyId", "alias/aws/sqs"),
    finds: "EraseQueueQueue names no key",
  },
  "a queue without TLS": {
    spoil: (plan) => set(plan, "MailQueuePolicy", "policy", deny),
    finds: "MailQueueQueue takes requests without TLS",
  },
  "dead letters from anybody's topics": {
    spoil: (plan) =>
      policy(plan, "MailEventsDeadLettersPolicy", (text) =>
        text.replaceAll("sns:eu-central-1:123456789012", "sns:*:*"),
      ),
    finds: "MailEventsDeadLettersPolicy trusts Service:sns.amazonaws.com for anybody",
  },
  "a queue that another function takes from": {
    spoil: (plan) => {
      begun(plan, MAPPING, "MailQueueSubscriber").inputs["functionName"] = find(plan, "ReplyFunction").arn
    },
    finds: "nobody says that Reply takes from MailQueue",
  },
  "a batch that comes again as a whole": {
    spoil: (plan) => (begun(plan, MAPPING, "EraseQueueSubscriber").inputs["functionResponseTypes"] = []),
    finds: "brings all of a batch again",
  },
  "more mails at once than SES takes": {
    spoil: (plan) => (begun(plan, MAPPING, "MailQueueSubscriber").inputs["scalingConfig"] = undefined),
    finds: "takes more at once than functions.ts says",
  },
  "a topic without TLS": {
    spoil: (plan) => policy(plan, "BouncesPolicy", (text) => text.replace('"Deny"', '"Allow"')),
    finds: "BouncesTopic takes requests without TLS",
  },
  "a topic sealed with nobody's key": {
    spoil: (plan) => set(plan, "ComplaintsTopic", "kmsMasterKeyId", undefined),
    finds: "ComplaintsTopic names no key",
  },
  "a topic that takes from SES of any account": {
    spoil: (plan) => policy(plan, "BouncesPolicy", (text) => text.replace(/"aws:SourceAccount":"\d+",/, "")),
    finds: "BouncesTopic takes from SES of any account",
  },
  "a topic that takes from SES about any mail": {
    spoil: (plan) =>
      policy(plan, "BouncesPolicy", (text) => text.replace(/configuration-set\/[^"]*/, "configuration-set/*")),
    finds: "BouncesTopic takes from SES about any mail",
  },
  "a topic that everybody may fill": {
    spoil: (plan) => policy(plan, "DeliveriesPolicy", (text) => text.replace('{"Service":"ses.amazonaws.com"}', '"*"')),
    finds: "DeliveriesPolicy allows everybody",
  },
  "a key that is closed to SES, so that no bounce arrives": {
    spoil: (plan) => policy(plan, "DataKey", (text) => text.replace('"ses.amazonaws.com",', "")),
    finds: "its key is closed to SES",
  },
  "a key that SES of every account may use": {
    spoil: (plan) => policy(plan, "DataKey", (text) => text.replace(OF_THIS_ACCOUNT, "")),
    finds: "DataKey trusts Service:ses.amazonaws.com,Service:sns.amazonaws.com for anybody",
  },
  "a topic that nobody listens to": {
    spoil: (plan) => set(plan, "BouncesSubscriberMailEventsSubscription", "topic", find(plan, "DeliveriesTopic").arn),
    finds: "functions.ts says that MailEvents hears of Bounces",
  },
  "a stranger who is told of bounces": {
    spoil: (plan) =>
      copy(plan, "BouncesSubscriberMailEventsSubscription", { protocol: "email", endpoint: "eve@example.com" }),
    finds: "nobody says that eve@example.com hears of Bounces",
  },
  "a bounce that is lost on its way": {
    spoil: (plan) => set(plan, "BouncesSubscriberMailEventsSubscription", "redrivePolicy", undefined),
    finds: "BouncesSubscriberMailEventsSubscription loses what it cannot bring",
  },
  "a bounce that is lost where it arrives": {
    spoil: (plan) => set(plan, "MailEventsEventInvokeConfig", "destinationConfig", undefined),
    finds: "MailEvents loses what it cannot deal with",
  },
  "a function that any topic may call": {
    spoil: (plan) =>
      set(plan, "BouncesSubscriberMailEventsPermission", "sourceArn", "arn:aws:sns:eu-central-1:123456789012:*"),
    finds: "may be invoked by any sns.amazonaws.com",
  },
  "mails in clear": {
    spoil: (plan) => set(plan, "Mailing", "deliveryOptions", { tlsPolicy: "OPTIONAL" }),
    finds: "Mailing sends in clear to whoever has no TLS",
  },
  "clicks that are followed": {
    spoil: (plan) => set(plan, "Mailing", "trackingOptions", { customRedirectDomain: "click.example.com" }),
    finds: "Mailing follows clicks",
  },
  "opens that are followed": {
    spoil: (plan) => setIn(plan, "DeliveriesEvents", "eventDestination", "matchingEventTypes", ["DELIVERY", "OPEN"]),
    finds: "DeliveriesEvents asks for OPEN",
  },
  "bounces that nobody is told of": {
    spoil: (plan) => setIn(plan, "BouncesEvents", "eventDestination", "enabled", false),
    finds: "BouncesTopic is not told of a bounce",
  },
  "mails to those who complained": {
    spoil: (plan) => set(plan, "Mailing", "suppressionOptions", { suppressedReasons: ["BOUNCE"] }),
    finds: "Mailing writes again to those who complained",
  },
  "mails in anybody's name": {
    spoil: (plan) => rights(plan, "MailRole", (text) => text.replace(SENDER, "")),
    finds: "MailRole sends as anybody",
  },
  "mails by another identity": {
    spoil: (plan) => rights(plan, "MailRole", (text) => text.replace(/:identity\/[^"]*/, ":identity/example.com")),
    finds: "MailRole sends by arn:aws:ses:eu-central-1:123456789012:identity/example.com",
  },
  "a sender that is nobody's identity": {
    spoil: (plan) => set(plan, "Sender", "emailIdentity", "other.example.com"),
    finds: "Sender is not no-reply@spec.example.com",
  },
  "a domain without its signature": {
    way: WITH_DOMAIN,
    spoil: (plan) => set(plan, "MailCNAMERecordPlannedonedomainkeyspecexamplecom", "name", "lost.example.com"),
    finds: "Sender has no three keys of its signature",
  },
  "a domain in whose name anybody writes": {
    way: WITH_DOMAIN,
    spoil: (plan) => set(plan, "MailTXTRecordDmarcspecexamplecom", "records", ["v=DMARC1; p=none"]),
    finds: "Sender does not say what to do with forgeries",
  },
  "a secret sealed with nobody's key": {
    spoil: (plan) => set(plan, "KeyRing", "kmsKeyId", undefined),
    finds: "KeyRing names no key",
  },
  "a secret that is gone after a week": {
    spoil: (plan) => set(plan, "KeyRing", "recoveryWindowInDays", 7),
    finds: "KeyRing cannot be had back for 30 days",
  },
  "a ring of one key, which no rotation survives": {
    spoil: (plan) =>
      set(plan, "KeyRingVersion", "secretString", { $secret: JSON.stringify({ current: "k".repeat(48), others: [] }) }),
    finds: "KeyRingVersion does not hold three keys",
  },
  "a function that reads a secret without the right to": {
    spoil: (plan) =>
      rights(plan, "SweepRole", (text) => text.replace("logs:PutLogEvents", "secretsmanager:GetSecretValue")),
    finds: "SweepRole reads secrets",
  },
  "a key opened by way of another service": {
    spoil: (plan) => rights(plan, "MailRole", (text) => text.replace('"sqs.eu-central-1', '"ebs.eu-central-1')),
    finds: "Mail may also kms:Decrypt on DataKey via ebs",
  },
  "a key opened by no way at all": {
    spoil: (plan) => rights(plan, "ConnectRole", (text) => text.replace(/,"Condition":\{[^}]*ViaService[^}]*\}\}/, "")),
    finds: "Connect may also kms:Decrypt on DataKey",
  },
  "an erasure that its own function may deny": {
    spoil: (plan) =>
      rights(plan, "ApiRole", (text) =>
        text.replace('"dynamodb:PutItem","Resource"', '"dynamodb:DeleteItem","Resource"'),
      ),
    finds: "Api may also dynamodb:DeleteItem on Ledger",
  },
  "a mail put where nobody may": {
    spoil: (plan) => rights(plan, "OutboxSweepRole", (text) => text.replace(/:[\w-]*EraseQueueQueue[\w-]*/, ":other")),
    finds: "OutboxSweep may not sqs:SendMessage on EraseQueue",
  },
  "production's ledger goes with the stack": {
    spoil: (plan) => void delete find(plan, "LedgerTable").options.retainOnDelete,
    finds: "LedgerTable goes with the stack",
  },
  "production's ledger without point-in-time recovery": {
    spoil: (plan) => set(plan, "LedgerTable", "pointInTimeRecovery", { enabled: false }),
    finds: "LedgerTable has no point-in-time recovery",
  },
  "a ledger that forgets": {
    spoil: (plan) => set(plan, "LedgerTable", "ttl", { attributeName: "ttl", enabled: true }),
    finds: "LedgerTable has a time to live",
  },
  "a queue that its sender cannot find": {
    spoil: (plan) => void delete plan.functions["Api"]?.resources["MailQueue"],
    finds: "Api does not know MailQueue.url",
  },
  "a link that nobody lists": {
    spoil: (plan) => Object.assign(plan.functions["Erase"]?.resources ?? {}, { KeyRing: { id: "arn:aws:secret" } }),
    finds: "Erase knows KeyRing.id",
  },
  "a nightly job at another hour": {
    spoil: (plan) => set(plan, "MaintainScheduleSchedule", "scheduleExpressionTimezone", "Europe/Berlin"),
    finds: "functions.ts says that Maintain is called at cron(0 2 * * ? *), UTC",
  },
  "a sweeper that is off": {
    spoil: (plan) => set(plan, "OutboxSweepScheduleSchedule", "state", "DISABLED"),
    finds: "functions.ts says that OutboxSweep is called at rate(1 minute), UTC",
  },
  "a schedule that nobody lists": {
    spoil: (plan) => copy(plan, "SweepScheduleSchedule", { scheduleExpression: "rate(5 minutes)" }),
    finds: "nobody says that Sweep is called at rate(5 minutes), UTC",
  },
}
