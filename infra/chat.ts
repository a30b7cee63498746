import { chatApi } from "./gateway.ts"
import { arnOf, lambda } from "./lambda.ts"
import { replies } from "./stage.ts"

/** Writes the replies; started by the handlers below, never by the gateway. */
lambda("Reply", {}, replies)

route("$connect", "Connect")
route("$disconnect", "Disconnect")
route("sendMessage", "SendMessage")
route("$default", "Default")

function route(key: string, name: "Connect" | "Disconnect" | "SendMessage" | "Default") {
  chatApi.route(key, arnOf(lambda(name)))
}
