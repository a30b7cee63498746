import "./chat.ts" // makes what the sweeper starts
import { accountId } from "./account.ts"
import { type Definition, type FunctionName, functions } from "./functions.ts"
import { arnOf, lambda } from "./lambda.ts"

const names = Object.keys(functions) as FunctionName[] // the keys of a literal
for (const name of names) {
  const { schedule }: Definition = functions[name]
  if (schedule) calls(name, schedule)
}

/** The clock's function. */
function calls(name: FunctionName, schedule: `rate(${string})` | `cron(${string})`) {
  new sst.aws.CronV2(`${name}Schedule`, {
    schedule,
    timezone: "UTC",
    function: arnOf(lambda(name)),
    transform: {
      role: (args) => {
        args.assumeRolePolicy = aws.iam.getPolicyDocumentOutput({
          statements: [
            {
              actions: ["sts:AssumeRole"],
              principals: [{ type: "Service", identifiers: ["scheduler.amazonaws.com"] }],
              conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
            },
          ],
        }).json
      },
    },
  })
}
