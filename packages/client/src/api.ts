import type * as Export from "@spec-wizard/core/protocol/export"
import * as Http from "@spec-wizard/core/protocol/http"
import type * as Link from "@spec-wizard/core/protocol/link"
import type * as Session from "@spec-wizard/core/protocol/session"
import type * as Submission from "@spec-wizard/core/protocol/submission"
import type * as z from "zod/mini"
import type { Contact } from "./contact.ts"
import { createExchange, type ExchangeOptions, query } from "./exchange.ts"

type Page = { after?: number; limit?: number }
export type Call = { signal?: AbortSignal }
/** One for each thing that is wanted, however often it has to be asked for: 1 to 255 printable ASCII characters. */
type Keyed = Call & { key: string }

export interface Api {
  health(call?: Call): Promise<Http.Health>
  config(call?: Call): Promise<Http.Config>
  readonly sessions: {
    create(input?: Session.Create, call?: Call): Promise<Http.SessionCreated>
    /** As `create`, with the document of a file: the text that `specification` gives as `json`. */
    import(file: string, call?: Call): Promise<Http.SessionCreated>
    /** Those this device may open, newest first; `after` is the last page's `next`. */
    list(options?: Http.SessionListOptions & Call): Promise<Http.SessionList>
    get(id: string, call?: Call): Promise<Http.SessionState>
    rename(id: string, input: Session.Rename, call?: Call): Promise<Http.SessionRenamed>
    /** Gone for everybody at once, and from everywhere within a minute. */
    erase(id: string, call?: Call): Promise<void>
    /** All there is about the session, as a file's text. */
    archive(id: string, call?: Call): Promise<string>
    devices(id: string, call?: Call): Promise<Http.DeviceList>
    /** Signs a device out of the session; its connections close within 2 s. */
    revoke(id: string, deviceId: string, call?: Call): Promise<void>
    /** The log itself, any part of it; `after` is a `seq`. */
    events(id: string, page?: Page & Call): Promise<Http.EventPage>
    messages(id: string, page?: Page & Call): Promise<Http.MessagePage>
    /** The document as a file's text; the latest version and all of it, unless said otherwise. */
    specification(id: string, options: Http.SpecificationOptions & Call): Promise<string>
    /** The visitor's own changes of the document at `baseVersion`; `specification.conflict` when it has changed since. */
    edit(id: string, input: Http.Edits, call?: Call): Promise<Http.Edited>
    versions(id: string, call?: Call): Promise<Http.Versions>
    /**
     * Submits the document as it stands. A session is submitted once: whoever comes later gets what there is. With the same key it may be
     * asked again after a lost answer; `idempotency.key_reused` when it was used for other words.
     */
    submit(id: string, input: Contact, call: Keyed): Promise<Http.SubmissionAnswer>
    /**
     * Asks for the document as it stands as a PDF. With an address it is mailed there; one that was not opened in this session gets a link
     * first. With the same key it may be asked again after a lost answer.
     */
    export(id: string, input: Export.CreateInput, call: Keyed): Promise<Http.ExportAnswer>
    exported(id: string, exportId: string, call?: Call): Promise<Http.ExportAnswer>
    /** Where a browser downloads it, as soon as it is stored. */
    downloadUrl(id: string, exportId: string): string
    /** For one WebSocket connection, within 30 s. */
    ticket(id: string, call?: Call): Promise<Http.TicketIssued>
  }
  readonly submissions: {
    /** How it stands; `submission.not_found` also when only the address is not the one it was submitted with. */
    lookup(input: z.input<typeof Submission.Lookup>, call?: Call): Promise<Http.SubmissionAnswer>
  }
  readonly links: {
    /** A mail with link and code, if there is something to open. The answer is the same for every address. */
    request(input: z.input<typeof Link.Request>, call?: Call): Promise<void>
    /**
     * Opens a session on this device. `link.other_browser`: ask the person for the code from the mail; `link.invalid`: expired, used,
     * or a wrong code.
     */
    redeem(input: z.input<typeof Link.Redeem>, call?: Call): Promise<Http.LinkRedeemed>
  }
}

export type ApiOptions = ExchangeOptions & { token?: string }

/** Every failure is an `ApiError`; a call cancelled by its own `signal` rejects with the signal's reason. */
export function createApi(options: ApiOptions): Api {
  const cookie = options.credentials === "cookie"
  let token = cookie ? undefined : options.token

  const { request, raw } = createExchange({ ...options, token: () => token })

  async function begin(path: string, sent: Parameters<typeof request>[3]) {
    const created = await request(Http.SessionCreated, "POST", path, sent)
    if (!cookie) token ??= created.token
    return created
  }

  return {
    health: (call) => request(Http.Health, "GET", "/health", call),
    config: (call) => request(Http.Config, "GET", "/config", call),
    sessions: {
      create: (input = {}, call) => begin("/sessions", { ...call, body: input }),
      import: (file, call) => begin("/sessions/import", { ...call, text: file }),
      list: ({ signal, ...page } = {}) =>
        request(Http.SessionList, "GET", `/sessions${query(page)}`, signal ? { signal } : {}),
      rename: (id, input, call) => request(Http.SessionRenamed, "PATCH", session(id), { ...call, body: input }),
      erase: async (id, call) => void (await raw("DELETE", session(id), call)),
      archive: (id, call) => raw("GET", `${session(id)}/archive`, call),
      devices: (id, call) => request(Http.DeviceList, "GET", `${session(id)}/devices`, call),
      revoke: async (id, deviceId, call) =>
        void (await raw("DELETE", `${session(id)}/devices/${encodeURIComponent(deviceId)}`, call)),
      get: (id, call) => request(Http.SessionState, "GET", session(id), call),
      events: (id, { signal, ...page } = {}) =>
        request(Http.EventPage, "GET", `${session(id)}/events${query(page)}`, signal ? { signal } : {}),
      messages: (id, { signal, ...page } = {}) =>
        request(Http.MessagePage, "GET", `${session(id)}/messages${query(page)}`, signal ? { signal } : {}),
      specification: (id, { signal, ...options }) =>
        raw("GET", `${session(id)}/specification${query(options)}`, signal ? { signal } : {}),
      edit: (id, input, call) =>
        request(Http.Edited, "POST", `${session(id)}/specification/operations`, { ...call, body: input }),
      versions: (id, call) => request(Http.Versions, "GET", `${session(id)}/specification/versions`, call),
      submit: (id, input, call) =>
        request(Http.SubmissionAnswer, "POST", `${session(id)}/submission`, { ...call, body: input }),
      export: (id, input, call) =>
        request(Http.ExportAnswer, "POST", `${session(id)}/exports`, { ...call, body: input }),
      exported: (id, exportId, call) => request(Http.ExportAnswer, "GET", exported(id, exportId), call),
      downloadUrl: (id, exportId) => `${options.baseUrl.replace(/\/+$/, "")}/v1${exported(id, exportId)}/download`,
      ticket: (id, call) => request(Http.TicketIssued, "POST", `${session(id)}/tickets`, { ...call, body: {} }),
    },
    submissions: {
      lookup: (input, call) => request(Http.SubmissionAnswer, "POST", "/submissions/lookup", { ...call, body: input }),
    },
    links: {
      request: async (input, call) =>
        void (await request(Http.LinkRequested, "POST", "/magic-links", { ...call, body: input })),
      async redeem(input, call) {
        const redeemed = await request(Http.LinkRedeemed, "POST", "/magic-links/redeem", { ...call, body: input })
        if (!cookie) token = redeemed.token ?? token
        return redeemed
      },
    },
  }
}

const session = (id: string) => `/sessions/${encodeURIComponent(id)}`
const exported = (id: string, exportId: string) => `${session(id)}/exports/${encodeURIComponent(exportId)}`
