import * as Link from "@spec-wizard/core/link/schema"
import * as Http from "@spec-wizard/core/protocol/http"
import * as Session from "@spec-wizard/core/session/schema"
import type * as z from "zod/mini"
import { Nothing } from "./nothing.ts"

/** What a route promises, from which `docs/openapi.json` is made. */
export type Promised = {
  summary: string
  /** `device`: with the token of a device, or its cookie. */
  access: "anybody" | "device"
  query?: z.ZodMiniObject
  body?: z.ZodMiniType
  /** A body that would be taken. */
  example?: unknown
  status: 200 | 201 | 202 | 204
  /** What is answered as JSON; a text is of any type. */
  answer?: z.ZodMiniType | "text"
  /** Codes of refusals beside those any route may have. */
  codes?: readonly string[]
}

const session = { access: "device" as const, codes: ["session.not_found"] }

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
}
