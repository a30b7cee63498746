import type { Deps } from "./deps.ts"
import type { Answer, HttpEvent } from "./http-event.ts"

/** To a file, for minutes. A script that has to send its token itself cannot follow, so one that asks for JSON is told where it is. */
export async function toDownload(deps: Deps, event: HttpEvent, file: string): Promise<Answer> {
  const url = await deps.downloads.urlOf(file)
  if (/^application\/json\b/i.test(event.headers["accept"] ?? "")) return { status: 200, body: { url } }
  return { status: 302, headers: { location: url }, body: undefined }
}
