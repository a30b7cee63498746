import { once } from "node:events"
import { access, mkdir } from "node:fs/promises"
import { createServer } from "node:http"
import path from "node:path"
import { artefact, ROOT, type Weight } from "../bundle/bundle.ts"
import { ACCOUNT } from "./arn.ts"
import { type Beside, beside, NOTHING_BESIDE, type Packed, standing } from "./beside.ts"

/** A function as SST's component describes it to the CLI. */
type Request = Packed & {
  functionID: string
  handler: string
  bundle?: string
  runtime: string
  encryptionKey: string
  links: Record<string, Record<string, unknown>>
}

export type Built = Weight & Beside & { handler: string; out: string; resources: Request["links"] }

const NOTHING = { bytes: 0, lateBytes: 0, ...NOTHING_BESIDE }

/**
 * Answers what SST's components ask of the CLI while they are made, over HTTP on this machine. Functions are bundled for real; `built`
 * tells which.
 * @see https://github.com/sst/sst/blob/dev/pkg/server/server.go
 */
export async function startCli(options: { work: string; region: string }): Promise<{
  url: string
  built: Map<string, Built>
}> {
  const built = new Map<string, Built>()
  const methods: Record<string, (asked: never) => unknown> = {
    "Provider.Aws.Bootstrap": ({ region = options.region }: { region?: string }) => bootstrap(region),
    "Provider.Aws.Appsync": () => appsync(options.region),
    "Runtime.AddTarget": (asked: Request) => {
      built.set(asked.functionID, { handler: asked.handler, out: "", ...NOTHING, resources: asked.links })
      return true
    },
    "Runtime.Build": async (asked: Request) => {
      const out = path.join(options.work, "artifacts", `${asked.functionID}-src`)
      const { weight, errors } = await build(asked, out)
      built.set(asked.functionID, { handler: asked.handler, out, ...weight, resources: asked.links })
      return { handler: asked.handler, out, errors, sourcemaps: [] }
    },
  }
  const server = createServer(async (request, response) => {
    let body = ""
    for await (const chunk of request.setEncoding("utf8")) body += chunk
    const { method, params } = JSON.parse(body)
    const call = methods[method]
    // The method knows its parameter's shape, which SST's sources say.
    const answer = call
      ? await Promise.resolve(call(params[0] as never)).then(
          (result) => ({ result }),
          (error: Error) => ({ error: error.message }),
        )
      : { error: `SST asked the CLI for ${method}, which the plan does not know; see infra/plan/cli.ts` }
    response.setHeader("connection", "close").end(JSON.stringify(answer))
  })
  // The plan is done when nothing is left to do; waiting for questions is nothing.
  server.on("connection", (socket) => socket.unref()).unref()
  await once(server.listen(0, "127.0.0.1"), "listening")
  const address = server.address()
  if (!address || typeof address === "string") throw new Error("the CLI's stand-in has no port")
  return { url: `http://127.0.0.1:${address.port}`, built }
}

async function build(asked: Request, out: string): Promise<{ weight: Weight & Beside; errors: string[] }> {
  const { functionID, handler, links, encryptionKey, properties } = asked
  refuseWhatIsNotBuiltSo(asked)
  const source = `${handler.slice(0, handler.lastIndexOf("."))}.ts`
  await access(path.join(ROOT, source)).catch(() => {
    throw new Error(`Handler not found: ${handler} (of ${functionID})`)
  })
  await mkdir(out, { recursive: true })
  try {
    const split = properties?.["splitting"] === true
    // SST's component copies files itself.
    const weight = await artefact({ handler, split, install: standing(asked), resources: links }, out, encryptionKey)
    return { weight: { ...weight, ...(await beside(asked)) }, errors: [] }
  } catch (error) {
    return { weight: NOTHING, errors: messages(error) }
  }
}

/** `artefact` bundles in one way; a function that asks for another would be planned as something that is not deployed. */
function refuseWhatIsNotBuiltSo({ functionID, runtime, bundle, properties = {} }: Request): void {
  const { architecture: _, minify = true, splitting: __, install: ___, plugins, ...others } = properties
  const strange = Object.keys(others).filter((key) => others[key] !== undefined && others[key] !== null)
  if (!minify) strange.push("minify: false")
  if (plugins !== "infra/bundle/plugins.mjs") strange.push(`plugins: ${plugins}`)
  if (bundle) strange.push("bundle")
  if (!runtime.startsWith("nodejs")) strange.push(`runtime: ${runtime}`)
  if (strange.length > 0)
    throw new Error(`${functionID} is to be built with ${strange.join(", ")}, which infra/bundle/bundle.ts does not do`)
}

/** As the CLI words them: `text file:line:column`. */
function messages(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  if (!("errors" in error) || !Array.isArray(error.errors)) return [error.message]
  return error.errors.map(({ text, location }) =>
    location ? `${text} ${location.file}:${location.line}:${location.column}` : text,
  )
}

/** What `sst deploy` makes once in every account and region, for its own use. */
const bootstrap = (region: string) => ({
  asset: "sst-asset-planned",
  assetEcrRegistryId: ACCOUNT,
  assetEcrUrl: `${ACCOUNT}.dkr.ecr.${region}.amazonaws.com/sst-asset`,
  state: "sst-state-planned",
  ...appsyncOf(region),
})

const appsync = (region: string) => {
  const { appsyncHttp, appsyncRealtime } = appsyncOf(region)
  return { http: appsyncHttp, realtime: appsyncRealtime }
}

const appsyncOf = (region: string) => ({
  appsyncHttp: `planned.appsync-api.${region}.amazonaws.com`,
  appsyncRealtime: `planned.appsync-realtime-api.${region}.amazonaws.com`,
})
