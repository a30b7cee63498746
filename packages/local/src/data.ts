import { mkdir } from "node:fs/promises"
import path from "node:path"
import { Access, SECRET_KEY } from "./access.ts"
import { checkDirectory } from "./engine/directory.ts"
import { type Engine, startDynamoDB } from "./engine/dynamodb.ts"
import { lockDirectory } from "./engine/lock.ts"
import { Mailbox } from "./engine/mailbox.ts"
import { Secrets } from "./engine/secrets.ts"
import { askOf } from "./engine/storage/rights.ts"
import { type Storage, startStorage } from "./engine/storage/storage.ts"
import { ensureLedger, ensureTable } from "./engine/table.ts"
import { LEDGER_NAME, TABLE_NAME } from "./environment.ts"

/** Handlers keep the addresses that they read when they were loaded, so a process keeps its engines' for life. */
let keptPort: number | undefined
let keptFilesPort: number | undefined

/** What is kept: tables, mails and secrets; files open later. Without a directory all of it lives in memory. */
export type Data = {
  dynamodb: string
  mailbox: Mailbox
  secrets: Secrets
  /** Whether the tables are ours, and not those of a DynamoDB that was brought. */
  isEmbedded: boolean
  /** Undefined when DynamoDB was brought. */
  enginePid(): number | undefined
}

/** `brought`: the address of a DynamoDB beside the embedded one. */
export async function openData(
  directory: string | undefined,
  brought: string | undefined,
  endings: (() => unknown)[],
): Promise<Data> {
  if (directory !== undefined) await checkDirectory(directory)
  const engine = brought ? undefined : await openEngine(directory, endings)
  // The embedded engine locks it too; in any case no two houses may write the same mails and secrets.
  if (brought && directory !== undefined) endings.push(await lock(directory))
  const mails = directory === undefined ? undefined : path.join(directory, "mail")
  const [mailbox, secrets] = await Promise.all([Mailbox.open(mails), Secrets.open(directory)])
  return {
    dynamodb: brought || engine?.endpoint || "",
    mailbox,
    secrets,
    isEmbedded: !brought,
    enginePid: () => engine?.pid(),
  }
}

/** Objects, in a directory of their own. Without `access` the owner of this machine may do everything, and nobody else anything. */
export async function openFiles(
  directory: string | undefined,
  by: { origins: readonly string[]; access: Access | undefined },
  endings: (() => unknown)[],
): Promise<Storage> {
  const { origins, access = new Access({}) } = by
  const storage = await startStorage({
    ...(directory !== undefined && { directory: path.join(directory, "files") }),
    ...(keptFilesPort && { port: keptFilesPort }),
    secretOf: (key) => (access.has(key) ? SECRET_KEY : undefined),
    isGranted: (call) => access.isGranted(call.accessKeyId, askOf(call)),
    origins,
  })
  keptFilesPort = storage.port
  endings.push(() => storage.stop())
  return storage
}

export async function ensureTables(endpoint: string): Promise<void> {
  await Promise.all([ensureTable(endpoint, TABLE_NAME), ensureLedger(endpoint, LEDGER_NAME)])
}

async function openEngine(directory: string | undefined, endings: (() => unknown)[]): Promise<Engine> {
  const engine = await startDynamoDB({
    ...(directory && { dataDir: directory }),
    ...(keptPort && { port: keptPort }),
    // Tables in memory went with the engine: empty ones take their place.
    onRestart: () => ensureTables(engine.endpoint),
  })
  keptPort = engine.port
  endings.push(() => engine.stop())
  return engine
}

async function lock(directory: string): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return await lockDirectory(directory)
}
