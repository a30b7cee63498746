import { defaultProvider } from "@aws-sdk/credential-provider-node"
import { HttpRequest } from "@smithy/core/protocols"
import { Hash } from "@smithy/core/serde"
import { NodeHttpHandler } from "@smithy/node-http-handler"
import { SignatureV4 } from "@smithy/signature-v4"
import { UnavailableError } from "@spec-wizard/core/error"
import type { Start } from "@spec-wizard/core/turn/recover"

/**
 * Starts the worker asynchronously: returns as soon as Lambda has taken the event. One that is lost is started again by `sync` or the
 * sweeper, so a second try is all there is here.
 *
 * Lambda's own client would do the same with 72 KB more in every handler that answers frames; this one request is made of the parts the
 * other AWS clients bring along. See docs/decisions/0007.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export function invoke(options: { functionName: string; region: string; endpoint: string }): Start {
  const { hostname, port, protocol, pathname } = new URL(options.endpoint)
  const path = `${pathname.replace(/\/$/, "")}/2015-03-31/functions/${encodeURIComponent(options.functionName)}/invocations`
  const http = new NodeHttpHandler({ connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true })
  const signer = new SignatureV4({
    service: "lambda",
    region: options.region,
    credentials: defaultProvider(),
    sha256: Hash.bind(null, "sha256"),
  })
  const send = async (body: string) => {
    const request = new HttpRequest({
      protocol,
      hostname,
      ...(port && { port: Number(port) }),
      method: "POST",
      path,
      query: {},
      headers: {
        host: port ? `${hostname}:${port}` : hostname,
        "content-type": "application/json",
        "x-amz-invocation-type": "Event",
      },
      body,
    })
    const signed = await signer.sign(request)
    const { response } = await http.handle(new HttpRequest(signed))
    response.body?.resume?.()
    if (response.statusCode !== 202) throw new UnavailableError(new Error(`Lambda answered ${response.statusCode}`))
  }
  return async (turn) => {
    const body = JSON.stringify(turn)
    await send(body).catch(() => send(body))
  }
}
