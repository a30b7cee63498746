import { inOrder } from "../document/format/order.ts"
import { titleOf } from "../message/message.ts"
import type { Document } from "../protocol/document.ts"
import * as Session from "../session/session.ts"
import { patchesOf, readImport } from "../specification/import.ts"
import { type Beginner, createSession, type Deps } from "./create-session.ts"

/**
 * A new session that begins with the document of an exported file, and knows nothing else of the session it comes from.
 * @throws {ExportInvalidError}
 */
export async function importSession(deps: Deps, input: { text: string } & Beginner): Promise<Session.Head> {
  const { text, ...by } = input
  const { document, title = headingOf(document), models, promptVersion } = readImport(text)
  const patches = patchesOf(document)
  const version = patches.at(-1)?.version
  return createSession(deps, {
    ...by,
    title: title.slice(0, Session.MAX_TITLE_LENGTH),
    locale: document.language,
    first: {
      events: patches.map((patch) => ({ type: "specification.patched", ...patch })),
      head: { models, ...(promptVersion !== null && { promptVersion }), ...(version !== undefined && { version }) },
    },
  })
}

/** The summary's, or else the first there is. */
function headingOf(document: Document): string {
  const lines = inOrder(document)
  const line = lines.find(({ kind }) => kind === "summary") ?? lines.find(({ title }) => title) ?? lines[0]
  return titleOf(line?.title ?? line?.text ?? "")
}
