import { at, every, isProduction, ofType, type Rule, text } from "./rule.ts"

const LOG_DAYS = { production: 90, others: 30 }

export const retention: Rule[] = [
  every(
    "log groups forget: after 90 days in production, 30 elsewhere",
    "aws:cloudwatch/logGroup:LogGroup",
    ({ inputs }, plan) => {
      const days = isProduction(plan) ? LOG_DAYS.production : LOG_DAYS.others
      return [
        at(inputs, "retentionInDays") !== days &&
          `keeps ${at(inputs, "retentionInDays") ?? "everything for ever"}, not ${days} days`,
      ]
    },
  ),
  every(
    "production's tables can be had back to any second of 35 days",
    "aws:dynamodb/table:Table",
    ({ inputs, options }, plan) =>
      isProduction(plan)
        ? [
            at(inputs, "pointInTimeRecovery.enabled") !== true && "has no point-in-time recovery",
            Number(at(inputs, "pointInTimeRecovery.recoveryPeriodInDays") ?? 35) < 35 && "goes back less than 35 days",
            at(inputs, "deletionProtectionEnabled") !== true && "is not protected against deletion",
            at(options, "retainOnDelete") !== true && "goes with the stack",
          ]
        : [],
  ),
  {
    promise:
      "the table drops what has expired and tells what changed; the ledger of erasures, beside it, forgets nothing",
    *faults(plan) {
      const tables = ofType(plan, "aws:dynamodb/table:Table")
      for (const name of ["TableTable", "LedgerTable"])
        if (!tables.some((one) => one.name === name)) yield { where: name, what: "is not planned" }
      for (const { name, inputs } of tables)
        for (const what of name === "LedgerTable" ? ledger(inputs) : table(inputs))
          if (what) yield { where: name, what }
    },
  },
  every(
    "a deleted secret can be had back: for 30 days in production, for 7 elsewhere",
    "aws:secretsmanager/secret:Secret",
    ({ inputs }, plan) => {
      const days = isProduction(plan) ? 30 : 7
      return [at(inputs, "recoveryWindowInDays") !== days && `cannot be had back for ${days} days`]
    },
  ),
  {
    promise: "production is kept: nobody removes it by a slip",
    *faults(plan) {
      if (!isProduction(plan)) return
      if (plan.app.removal !== "retain") yield { where: "sst.config.ts", what: `removal is ${plan.app.removal}` }
      if (plan.app.protect !== true) yield { where: "sst.config.ts", what: "is not protected" }
    },
  },
  {
    promise: "everything carries the app's and the stage's name",
    *faults(plan) {
      const tags = at(plan.app, "providers.aws.defaultTags.tags")
      if (text(tags, "app") !== "spec-wizard") yield { where: "sst.config.ts", what: "the tag app is missing" }
      if (text(tags, "stage") !== plan.stage) yield { where: "sst.config.ts", what: "the tag stage is missing" }
    },
  },
]

const table = (inputs: unknown) => [
  text(inputs, "ttl.attributeName") !== "ttl" && "has no time to live",
  text(inputs, "streamViewType") !== "NEW_AND_OLD_IMAGES" && "has no stream of both images",
  !JSON.stringify(at(inputs, "globalSecondaryIndexes") ?? "").includes('"KEYS_ONLY"') && "has no index of keys",
]

const ledger = (inputs: unknown) => [at(inputs, "ttl") !== undefined && "has a time to live"]
