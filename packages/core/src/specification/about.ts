import type { Input, Revision } from "../document/format/input.ts"
import { wordings } from "../document/wordings.ts"
import { type Document, type Item, isLive } from "../protocol/document.ts"
import { hashOf } from "./hash.ts"

/** Whose document it is: a session, or a submission. */
type Owner = { title?: string | undefined; models?: readonly string[] | undefined; promptVersion?: string | undefined }

/** What a file says beside the document. Its date is that of the last revision that is known, or else `at`. */
export function about(
  { title, models = [], promptVersion }: Owner,
  document: Document,
  { history, numbers, at, form }: Pick<Input, "numbers" | "form"> & { history: readonly Revision[]; at: string },
): Input {
  const until = history.filter(({ version }) => version <= document.version)
  return {
    form,
    title: title || document.items.find(isSummary)?.title || wordings[document.language].document,
    date: until.at(-1)?.at ?? at,
    hash: hashOf(document),
    models,
    ...(promptVersion !== undefined && { promptVersion }),
    ...(numbers && { numbers }),
    history: until,
  }
}

const isSummary = ({ kind, state }: Item) => kind === "summary" && isLive({ state })
