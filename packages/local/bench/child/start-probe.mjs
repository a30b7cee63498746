/**
 * `start-probe.mjs <bundle> [<event as JSON>]`: CPU milliseconds of this process, from its birth to the end of the import and, given an
 * event, on to the end of the first call; and the most memory it had until then. Plain JavaScript, for Node's own TypeScript support would
 * be measured with it.
 */
const cpuMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const [, , bundle = "", event] = process.argv
const { handler } = await import(bundle)
const imported = cpuMs()
if (event) await handler(JSON.parse(event), {})
process.stdout.write(JSON.stringify({ imported, called: cpuMs(), memoryMb: process.resourceUsage().maxRSS / 1024 }))
process.exit()
