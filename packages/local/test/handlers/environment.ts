import { getHeapStatistics } from "node:v8"
import { Resource } from "sst"

/** Tells what a function finds where it runs. */
export const handler = () => ({
  env: process.env,
  directory: process.cwd(),
  linked: { ...Resource },
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  heapMb: getHeapStatistics().heap_size_limit / 1024 / 1024,
})
