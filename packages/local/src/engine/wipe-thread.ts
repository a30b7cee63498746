import { workerData } from "node:worker_threads"
import { Wiping, wipe } from "./wipe.ts"

wipe(Wiping.parse(workerData))
