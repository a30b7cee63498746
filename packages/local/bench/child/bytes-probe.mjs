/** `bytes-probe.mjs <bundle> <event as JSON>`: bytes of the files that are read from the start to the end of the first call. */
import { statSync } from "node:fs"
import { registerHooks } from "node:module"

let bytes = 0
registerHooks({
  load(url, context, next) {
    if (url.startsWith("file:")) bytes += statSync(new URL(url)).size
    return next(url, context)
  },
})
const [, , bundle = "", event = ""] = process.argv
const { handler } = await import(bundle)
await handler(JSON.parse(event), {})
process.stdout.write(String(bytes))
process.exit()
