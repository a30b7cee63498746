import { accountId } from "./account.ts"
import { chatApi } from "./gateway.ts"
import { lambda } from "./lambda.ts"

/** Writes the replies; started by the handlers below, never by the gateway. */
lambda("Reply")

route("$connect", "Connect")
route("$disconnect", "Disconnect")
route("sendMessage", "SendMessage")
route("$default", "Default")

/** Every minute: turns that nobody takes care of. */
new sst.aws.CronV2("SweepSchedule", {
  schedule: "rate(1 minute)",
  function: arn(lambda("Sweep")),
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

function route(key: string, name: "Connect" | "Disconnect" | "SendMessage" | "Default") {
  chatApi.route(key, arn(lambda(name)))
}

/** As the components want to be told of a function that stands already. */
function arn(fn: sst.aws.Function) {
  return fn.arn as $util.Output<`arn:${string}`> // what AWS calls an ARN begins so
}
