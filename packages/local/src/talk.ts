/** `pnpm talk`: the interview in a terminal, against a running server. */
import { parseArgs } from "node:util"
import { ApiError, ChatError, createApi, openChat } from "@spec-wizard/client"
import { VisibleError } from "@spec-wizard/core/error"
import { StartError } from "./settings.ts"
import { readBrief } from "./talk/brief.ts"
import { exchange } from "./talk/exchange.ts"
import { readText } from "./talk/file.ts"
import { interactive } from "./talk/interactive.ts"
import { createScreen } from "./talk/screen.ts"

const USAGE = `Usage: pnpm talk [--import FILE] [--brief FILE] [--markdown] [--pdf FILE] [--url http://localhost:8787]
  --import    goes on with the specification in FILE, as ?format=json gives it
  --markdown  writes the specification to standard output in the end, and the conversation to standard error
  --pdf       writes it to FILE as a PDF in the end`

process.stdout.on("error", () => process.exit(0)) // whoever read us has had enough

try {
  const { brief, file, url, markdown, pdf } = options()
  const messages = brief === undefined ? undefined : await readBrief(brief)
  const imported = file === undefined ? undefined : await readText("file", file)
  const api = createApi({ baseUrl: url })
  const begun = imported === undefined ? api.sessions.create() : api.sessions.import(imported)
  const { session } = await begun.catch((error) => {
    if (!(error instanceof ApiError && error.code === "offline")) throw error
    throw new StartError(
      `Nothing answers at ${url}: run \`npx -y pnpm@12 start\` first, or name the address with --url.`,
    )
  })
  const chat = openChat({ api, sessionId: session.id })
  const screen = createScreen(markdown ? process.stderr : process.stdout)
  let failures = 0
  if (messages)
    for (const message of messages) {
      screen.visitor(message)
      if ((await exchange(chat, message, screen)).end !== "completed") failures++
    }
  else await interactive(chat, screen)
  chat.close()
  if (markdown) process.stdout.write(await api.sessions.specification(session.id, { format: "markdown" }))
  if (pdf !== undefined) await (await import("./talk/pdf.ts")).writePdf(api, session.id, pdf)
  process.exit(failures > 0 ? 1 : 0)
} catch (error) {
  if (
    error instanceof StartError ||
    error instanceof VisibleError ||
    error instanceof ApiError ||
    error instanceof ChatError
  )
    process.stderr.write(`${error.message}\n`)
  else console.error(error)
  process.exit(1)
}

type Options = {
  brief: string | undefined
  /** What the conversation begins from. */
  file: string | undefined
  url: string
  markdown: boolean
  pdf: string | undefined
}

/** @throws {StartError} */
function options(): Options {
  try {
    const { values } = parseArgs({
      options: {
        brief: { type: "string" },
        import: { type: "string" },
        url: { type: "string" },
        markdown: { type: "boolean" },
        pdf: { type: "string" },
      },
    })
    const url = values.url ?? `http://localhost:${process.env["PORT"] || 8787}`
    if (!URL.canParse(url)) throw new Error("not an address")
    return { brief: values.brief, file: values.import, url, markdown: values.markdown ?? false, pdf: values.pdf }
  } catch {
    throw new StartError(USAGE)
  }
}
