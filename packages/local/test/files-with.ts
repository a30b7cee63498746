import { execFileSync } from "node:child_process"

/** Run in a process of its own: to close a file of SQLite's in this one would drop the locks that this one has on it. */
const SEARCH = `
  const fs = require("node:fs"), path = require("node:path")
  const [directory, ...words] = process.argv.slice(1)
  const forms = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, "utf16le"), Buffer.from(word, "utf16le").swap16()])
  for (const name of fs.readdirSync(directory, { recursive: true })) {
    const file = path.join(directory, name)
    if (!fs.statSync(file).isFile()) continue
    const bytes = fs.readFileSync(file)
    if (forms.some((form) => bytes.includes(form))) console.log(name)
  }
`

/** Files below a directory in which one of these can be read. */
export const filesWith = (directory: string, words: string[]) =>
  execFileSync(process.execPath, ["-e", SEARCH, directory, ...words], { encoding: "utf8" })
    .split("\n")
    .filter(Boolean)
