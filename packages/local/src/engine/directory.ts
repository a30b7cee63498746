import { mkdir, open, rm, stat, writeFile } from "node:fs/promises"
import path from "node:path"
import { StartError } from "../settings.ts"

const MAGIC = "SQLite format 3\0"
const HEADER_BYTES = 100

const reasons: Readonly<Record<string, string>> = {
  EACCES: "may not be written by this user",
  EPERM: "may not be written by this user",
  EROFS: "lies on a disk that cannot be written",
  ENOSPC: "lies on a disk that is full",
  EDQUOT: "lies on a disk where this user's share is used up",
  ENOTDIR: "is no directory",
  EEXIST: "is no directory",
}

/**
 * Makes the directory and looks whether what is needed there can be used, before anything is opened that would write over it.
 * @throws {StartError} one line that says what is wrong; nothing was changed
 */
export async function checkDirectory(directory: string): Promise<void> {
  const probe = path.join(directory, `.probe-${process.pid}`)
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await writeFile(probe, "full disks take the name of a file, and none of what stands in it")
    await rm(probe)
  } catch (error) {
    await rm(probe, { force: true }).catch(() => {})
    const { code = "" } = error as NodeJS.ErrnoException // all that these three throw
    throw new StartError(
      `DATA_DIR ${directory} ${reasons[code] ?? `cannot be used (${code})`}: set DATA_DIR to another directory.`,
    )
  }
  const file = path.join(directory, "table.db")
  if (!(await isTable(file)))
    throw new StartError(
      `The tables in ${file} are damaged and were left as they are: put back a copy, or set DATA_DIR to another directory.`,
    )
}

/** One that does not exist yet will do, and so will an empty one. Source of the places in the header: sqlite.org/fileformat2.html, 1.3 */
async function isTable(file: string): Promise<boolean> {
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : Number.NaN),
    () => 0,
  )
  if (size === 0) return true
  if (Number.isNaN(size) || size < HEADER_BYTES) return false
  const header = Buffer.alloc(HEADER_BYTES)
  const opened = await open(file, "r").catch(() => undefined)
  if (!opened) return false
  try {
    await opened.read(header, 0, HEADER_BYTES, 0)
  } finally {
    await opened.close()
  }
  if (header.toString("latin1", 0, MAGIC.length) !== MAGIC) return false
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16)
  const isCountValid = header.readUInt32BE(24) === header.readUInt32BE(92)
  return size % pageBytes === 0 && (!isCountValid || size >= header.readUInt32BE(28) * pageBytes)
}
