import middy from "@middy/core"
import httpCors from "@middy/http-cors"
import httpRouter, { type Route } from "@middy/http-router"
import { handler as archiveSession } from "./archive-session.ts"
import { handler as changeSubmission } from "./change-submission.ts"
import { compressed } from "./compressed.ts"
import { handler as createSession } from "./create-session.ts"
import { deps } from "./deps.ts"
import { handler as downloadExport } from "./download-export.ts"
import { handler as downloadSubmission } from "./download-submission.ts"
import { handler as editSpecification } from "./edit-specification.ts"
import { handler as eraseSession } from "./erase-session.ts"
import { handler as exportSpecification } from "./export-specification.ts"
import { handler as getConfig } from "./get-config.ts"
import { handler as getDiff } from "./get-diff.ts"
import { handler as getExport } from "./get-export.ts"
import { handler as getHealth } from "./get-health.ts"
import { handler as getMetrics } from "./get-metrics.ts"
import { handler as getSession } from "./get-session.ts"
import { handler as getSpecification } from "./get-specification.ts"
import { handler as getSubmission } from "./get-submission.ts"
import type { HttpEvent, HttpResult } from "./http-event.ts"
import { handler as importSession } from "./import-session.ts"
import { handler as issueTicket } from "./issue-ticket.ts"
import { handler as listDevices } from "./list-devices.ts"
import { handler as listEvents } from "./list-events.ts"
import { handler as listMessages } from "./list-messages.ts"
import { handler as listSessions } from "./list-sessions.ts"
import { handler as listSubmissions } from "./list-submissions.ts"
import { handler as listVersions } from "./list-versions.ts"
import { handler as lookupSubmission } from "./lookup-submission.ts"
import { onRequest, problems } from "./middleware.ts"
import { behindCdn } from "./origin.ts"
import { handler as redeemLink } from "./redeem-link.ts"
import { handler as renameSession } from "./rename-session.ts"
import { handler as requestLink } from "./request-link.ts"
import { handler as revokeDevice } from "./revoke-device.ts"
import { securityHeaders } from "./security-headers.ts"
import { handler as submitSpecification } from "./submit-specification.ts"

export const routes = [
  { method: "GET", path: "/v1/health", handler: getHealth },
  { method: "GET", path: "/v1/config", handler: getConfig },
  { method: "POST", path: "/v1/sessions", handler: createSession },
  { method: "POST", path: "/v1/sessions/import", handler: importSession },
  { method: "GET", path: "/v1/sessions", handler: listSessions },
  { method: "GET", path: "/v1/sessions/{id}", handler: getSession },
  { method: "PATCH", path: "/v1/sessions/{id}", handler: renameSession },
  { method: "DELETE", path: "/v1/sessions/{id}", handler: eraseSession },
  { method: "GET", path: "/v1/sessions/{id}/archive", handler: archiveSession },
  { method: "GET", path: "/v1/sessions/{id}/devices", handler: listDevices },
  { method: "DELETE", path: "/v1/sessions/{id}/devices/{deviceId}", handler: revokeDevice },
  { method: "GET", path: "/v1/sessions/{id}/events", handler: listEvents },
  { method: "GET", path: "/v1/sessions/{id}/messages", handler: listMessages },
  { method: "GET", path: "/v1/sessions/{id}/specification", handler: getSpecification },
  { method: "GET", path: "/v1/sessions/{id}/specification/versions", handler: listVersions },
  { method: "GET", path: "/v1/sessions/{id}/specification/diff", handler: getDiff },
  { method: "POST", path: "/v1/sessions/{id}/specification/operations", handler: editSpecification },
  { method: "POST", path: "/v1/sessions/{id}/exports", handler: exportSpecification },
  { method: "GET", path: "/v1/sessions/{id}/exports/{exportId}", handler: getExport },
  { method: "GET", path: "/v1/sessions/{id}/exports/{exportId}/download", handler: downloadExport },
  { method: "POST", path: "/v1/sessions/{id}/submission", handler: submitSpecification },
  { method: "POST", path: "/v1/sessions/{id}/tickets", handler: issueTicket },
  { method: "POST", path: "/v1/magic-links", handler: requestLink },
  { method: "POST", path: "/v1/magic-links/redeem", handler: redeemLink },
  { method: "POST", path: "/v1/submissions/lookup", handler: lookupSubmission },
  { method: "GET", path: "/v1/operator/submissions", handler: listSubmissions },
  { method: "GET", path: "/v1/operator/submissions/{reference}", handler: getSubmission },
  { method: "GET", path: "/v1/operator/submissions/{reference}/pdf", handler: downloadSubmission },
  { method: "PATCH", path: "/v1/operator/submissions/{reference}", handler: changeSubmission },
  { method: "GET", path: "/v1/operator/metrics", handler: getMetrics },
  // A browser asking what it may send: the headers added below are the answer.
  { method: "OPTIONS", path: "/v1/{proxy+}", handler: onRequest(async () => ({ status: 204, body: undefined })) },
] satisfies Route<HttpEvent, HttpResult>[]

/** The HTTP API. Errors become problems first, then every answer, error or not, gets its headers. */
export const handler = middy<HttpEvent, HttpResult>()
  .use(
    httpCors({
      origins: deps.settings.allowedOrigins,
      credentials: true,
      methods: "GET,POST,PATCH,DELETE",
      headers: "Authorization,Content-Type,Idempotency-Key,Spec-Wizard-Minor",
      exposeHeaders: "Retry-After,X-Request-Id",
      maxAge: 600,
    }),
  )
  .use(securityHeaders())
  .use(compressed())
  .use(problems())
  .use(behindCdn(deps))
  .handler(httpRouter<HttpEvent, HttpResult>({ routes }))
