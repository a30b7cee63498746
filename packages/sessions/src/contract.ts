import * as Document from "@spec-wizard/core/document/format"
import { empty } from "@spec-wizard/core/protocol/document"
import * as Export from "@spec-wizard/core/protocol/export"
import * as Http from "@spec-wizard/core/protocol/http"
import * as Link from "@spec-wizard/core/protocol/link"
import * as Metrics from "@spec-wizard/core/protocol/metrics"
import * as Session from "@spec-wizard/core/protocol/session"
import * as Submission from "@spec-wizard/core/protocol/submission"
import type * as z from "zod/mini"
import { Nothing } from "./nothing.ts"

/** What a route promises, from which `docs/openapi.json` is made. */
export type Promised = {
  summary: string
  /** `device`: with the token of a device, or its cookie; `operator`: with the owner's token. */
  access: "anybody" | "device" | "operator"
  /** Needs an `Idempotency-Key`. */
  isKeyed?: true
  query?: z.ZodMiniObject
  body?: z.ZodMiniType
  /** A body that would be taken. */
  example?: unknown
  status: 200 | 201 | 202 | 204 | 302
  /** The status of what was there already. */
  again?: 200
  /** What is answered as JSON; a text is of any type. */
  answer?: z.ZodMiniType | "text"
  /** Codes of refusals beside those any route may have. */
  codes?: readonly string[]
}

const session = { access: "device" as const, codes: ["session.not_found"] }

const operator = { access: "operator" as const, codes: ["operator.refused", "rate.limited", "submission.not_found"] }

/** Every route by method and path; the router has the same ones. */
export const contract: Record<string, Promised> = {
  "GET /v1/health": { summary: "Whether the service works", access: "anybody", status: 200, answer: Http.Health },
  "GET /v1/config": {
    summary: "What a client may know before it has a session",
    access: "anybody",
    status: 200,
    answer: Http.Config,
  },
  "POST /v1/sessions": {
    summary: "Begin a session; a device that is not signed in becomes one",
    access: "anybody",
    body: Session.Create,
    example: { locale: "en" },
    status: 201,
    answer: Http.SessionCreated,
    codes: ["rate.limited", "origin.refused"],
  },
  "POST /v1/sessions/import": {
    summary: "Begin a session with the document that ?format=json gave of another one, as a file of up to 3 MB",
    access: "anybody",
    body: Document.Export,
    example: JSON.parse(Document.render(empty("en"), { format: "json", title: "", date: "", form: "full" }).text),
    status: 201,
    answer: Http.SessionCreated,
    codes: ["specification.export_invalid", "body.too_large", "rate.limited", "origin.refused"],
  },
  "GET /v1/sessions": {
    summary: "The sessions this device may open, newest first",
    access: "device",
    query: Http.SessionListQuery,
    status: 200,
    answer: Http.SessionList,
  },
  "GET /v1/sessions/{id}": {
    summary: "A session, its document and its running turn, complete up to headSeq",
    ...session,
    status: 200,
    answer: Http.SessionState,
  },
  "PATCH /v1/sessions/{id}": {
    summary: "Rename a session",
    ...session,
    body: Session.Rename,
    example: { title: "Bakery orders" },
    status: 200,
    answer: Http.SessionRenamed,
  },
  "DELETE /v1/sessions/{id}": {
    summary: "Erase a session: at once for everybody, from everywhere within a minute",
    ...session,
    status: 204,
  },
  "GET /v1/sessions/{id}/archive": {
    summary: "Everything that is kept about a session",
    ...session,
    status: 200,
    answer: Http.Archive,
  },
  "GET /v1/sessions/{id}/devices": {
    summary: "The devices that may open a session",
    ...session,
    status: 200,
    answer: Http.DeviceList,
  },
  "DELETE /v1/sessions/{id}/devices/{deviceId}": {
    summary: "Sign a device out of a session; its sockets close within 2 s",
    ...session,
    status: 204,
    codes: ["session.not_found", "device.not_found"],
  },
  "GET /v1/sessions/{id}/events": {
    summary: "Any part of the log",
    ...session,
    query: Http.Page,
    status: 200,
    answer: Http.EventPage,
  },
  "GET /v1/sessions/{id}/messages": {
    summary: "The transcript",
    ...session,
    query: Http.Page,
    status: 200,
    answer: Http.MessagePage,
  },
  "GET /v1/sessions/{id}/specification": {
    summary: "The document as a file, in the format that ?format= or else Accept names",
    ...session,
    query: Http.SpecificationQuery,
    status: 200,
    answer: "text",
    codes: ["session.not_found", "specification.version_unknown"],
  },
  "GET /v1/sessions/{id}/specification/versions": {
    summary: "The document's history, oldest first",
    ...session,
    status: 200,
    answer: Http.Versions,
  },
  "GET /v1/sessions/{id}/specification/diff": {
    summary: "The difference between two versions of the document",
    ...session,
    query: Http.DiffQuery,
    status: 200,
    answer: Http.Diff,
    codes: ["session.not_found", "specification.version_unknown"],
  },
  "POST /v1/sessions/{id}/specification/operations": {
    summary: "The visitor's own changes of the document, all or nothing",
    ...session,
    body: Http.Edits,
    example: { baseVersion: 1, operations: [{ op: "confirm", id: "FR-1" }] },
    status: 200,
    answer: Http.Edited,
    codes: ["session.not_found", "rate.limited", "specification.conflict", "specification.locked"],
  },
  "POST /v1/sessions/{id}/exports": {
    summary: "Ask for the document as a PDF, to download, and by mail when an address is given",
    ...session,
    isKeyed: true,
    body: Export.Create,
    example: { email: "ada@example.com", format: "pdf" },
    status: 202,
    answer: Http.ExportAnswer,
    codes: ["session.not_found", "rate.limited", "idempotency.key_missing", "idempotency.key_reused"],
  },
  "GET /v1/sessions/{id}/exports/{exportId}": {
    summary: "How far a file has come, and its mail",
    ...session,
    status: 200,
    answer: Http.ExportAnswer,
    codes: ["session.not_found", "export.not_found"],
  },
  "GET /v1/sessions/{id}/exports/{exportId}/download": {
    summary: "The file: on to an address that works for minutes",
    ...session,
    status: 302,
    codes: ["session.not_found", "export.not_found", "export.not_ready", "export.failed"],
  },
  "POST /v1/sessions/{id}/submission": {
    summary: "Submit the document as it stands, once for a session, under a reference",
    ...session,
    isKeyed: true,
    body: Submission.Submit,
    example: { email: "ada@example.com", name: "Ada Lovelace", consent: true },
    status: 201,
    again: 200,
    answer: Http.SubmissionAnswer,
    codes: ["session.not_found", "rate.limited", "idempotency.key_missing", "idempotency.key_reused"],
  },
  "POST /v1/sessions/{id}/tickets": {
    summary: "A ticket for one WebSocket connection within 30 seconds",
    ...session,
    body: Nothing,
    example: {},
    status: 201,
    answer: Http.TicketIssued,
    codes: ["session.not_found", "rate.limited"],
  },
  "POST /v1/magic-links": {
    summary: "A mail with a link and a code; the same answer for every address",
    access: "anybody",
    body: Link.Request,
    example: { email: "ada@example.com" },
    status: 202,
    answer: Http.LinkRequested,
    codes: ["rate.limited", "origin.refused"],
  },
  "POST /v1/magic-links/redeem": {
    summary: "Open a session on this device, by link or by code",
    access: "anybody",
    body: Link.Redeem,
    example: { email: "ada@example.com", code: "K7MT-4XQ9" },
    status: 200,
    answer: Http.LinkRedeemed,
    codes: ["link.invalid", "link.other_browser", "rate.limited", "origin.refused"],
  },
  "POST /v1/submissions/lookup": {
    summary: "How a submission stands, for whoever knows its reference and the address it was submitted with",
    access: "anybody",
    body: Submission.Lookup,
    example: { reference: "SPEC-K7MT-4XQ9", email: "ada@example.com" },
    status: 200,
    answer: Http.SubmissionAnswer,
    codes: ["submission.not_found", "rate.limited", "origin.refused"],
  },
  "GET /v1/operator/submissions": {
    summary: "A month's submissions, newest first",
    ...operator,
    query: Http.SubmissionListQuery,
    status: 200,
    answer: Http.SubmissionList,
    codes: ["operator.refused", "rate.limited"],
  },
  "GET /v1/operator/submissions/{reference}": {
    summary: "A submission with its contact, its document as it was submitted, and its history",
    ...operator,
    status: 200,
    answer: Http.SubmissionDetails,
  },
  "GET /v1/operator/submissions/{reference}/pdf": {
    summary: "The document as it was submitted, as a PDF: on to an address that works for minutes",
    ...operator,
    status: 302,
    codes: [...operator.codes, "submission.erased", "export.not_ready", "export.failed"],
  },
  "PATCH /v1/operator/submissions/{reference}": {
    summary: "Move a submission forward, or ask its submitter something",
    ...operator,
    body: Submission.Change,
    example: { status: "reviewed", message: "Thank you! You will hear from us by Friday." },
    status: 200,
    answer: Http.SubmissionDetails,
    codes: [
      ...operator.codes,
      "submission.conflict",
      "submission.status_backward",
      "submission.closed",
      "submission.erased",
    ],
  },
  "GET /v1/operator/metrics": {
    summary: "What happened day by day, the last thirty days unless asked for others, and what became of the questions",
    ...operator,
    query: Metrics.Query,
    status: 200,
    answer: Metrics.Report,
    codes: ["operator.refused", "rate.limited"],
  },
}
