import * as module from "node:module"

const [, , name, ...args] = process.argv

if (Number.parseInt(process.versions.node, 10) < 24) {
  console.error(
    `Spec Wizard needs Node 24 or later and found ${process.versions.node}: run \`npx -y pnpm@12 install\` once, or install Node 24.`,
  )
  process.exit(1)
}
if (["main", "talk", "evaluate"].includes(name ?? "") && process.env["NODE_USE_ENV_PROXY"] === "1") {
  console.error(
    "The parts of Spec Wizard call each other on this machine, and NODE_USE_ENV_PROXY sends them to a proxy: start it without.",
  )
  process.exit(1)
}
if (!name) {
  console.error("Usage: node packages/local/run.mjs <main|talk> [arguments]")
  process.exit(1)
}

module.enableCompileCache?.()
process.argv = [...process.argv.slice(0, 2), ...args]
await import(new URL(`./src/${name}.ts`, import.meta.url).href)
