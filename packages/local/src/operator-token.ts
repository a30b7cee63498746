import { createHash, randomBytes } from "node:crypto"
import { mkdir, readFile, rename, writeFile } from "node:fs/promises"
import path from "node:path"
import { StartError } from "./settings.ts"

const FILE = "operator-token"

/**
 * SHA-256, hex, of the token that opens the owner's side here. It is made at the first start, kept for its owner alone, and said that once.
 * Without a directory there is none: empty.
 * @throws {StartError} when it can be neither read nor made
 */
export async function operatorTokenHash(directory: string | undefined, say: (line: string) => void): Promise<string> {
  if (directory === undefined) return ""
  const file = path.join(directory, FILE)
  try {
    const kept = await read(file)
    if (kept) return hash(kept)
    const token = randomBytes(32).toString("base64url")
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await writeFile(`${file}.tmp`, `${token}\n`, { mode: 0o600 })
    await rename(`${file}.tmp`, file)
    say(`operator token: ${token} (kept in ${file})`)
    return hash(token)
  } catch (error) {
    throw new StartError(`${file} cannot be used: ${error instanceof Error && "code" in error ? error.code : "?"}.`)
  }
}

const hash = (token: string) => createHash("sha256").update(token).digest("hex")

/** Empty when there is none. */
async function read(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return ""
    throw error
  })
  return text.trim()
}
