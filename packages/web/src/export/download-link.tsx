import type { SessionId } from "../session.ts"
import { exportWords } from "../words/export/words.ts"
import { api } from "./api.ts"
import type { Export } from "./export.ts"

type Props = {
  sessionId: SessionId
  one: Export
  /** Its name, where there are several. */
  which?: string
  class?: string
}

/** The plain way to the file, as often as one likes: it works for whoever may open the conversation. */
export function DownloadLink({ sessionId, one, which, class: name = "" }: Props) {
  const words = exportWords()
  return (
    <a
      class={`button ${name}`}
      href={api.sessions.downloadUrl(sessionId, one.id)}
      download=""
      {...(which !== undefined && { "aria-label": words.linkOf(which) })}
    >
      {which === undefined ? `${words.link} (${size(one.sizeBytes ?? 0)})` : words.download}
    </a>
  )
}

/** "84 kB" */
const size = (bytes: number) =>
  new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit",
    unit: bytes < 1_000_000 ? "kilobyte" : "megabyte",
    maximumFractionDigits: bytes < 1_000_000 ? 0 : 1,
  }).format(Math.max(1_000, bytes) / (bytes < 1_000_000 ? 1_000 : 1_000_000))
