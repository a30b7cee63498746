import * as Http from "@spec-wizard/core/protocol/http"
import * as Metrics from "@spec-wizard/core/protocol/metrics"
import type * as Submission from "@spec-wizard/core/protocol/submission"
import * as z from "zod/mini"
import type { Call } from "./api.ts"
import { createExchange, type ExchangeOptions, query } from "./exchange.ts"

/** What the owner of a deployment may ask, with the token that is known to it by its SHA-256. */
export interface Operator {
  readonly submissions: {
    /** A month's, `2026-11` in UTC, newest first; without one the running month's. `after` is the last page's `next`. */
    list(options?: Partial<z.infer<typeof Http.SubmissionListQuery>> & Call): Promise<Http.SubmissionList>
    /** That it was read is kept in its history. */
    get(reference: string, call?: Call): Promise<Http.SubmissionDetails>
    /** `submission.conflict` when it is no longer at `input.version`; the same again after a lost answer changes nothing. */
    change(reference: string, input: z.input<typeof Submission.Change>, call?: Call): Promise<Http.SubmissionDetails>
    /** Where its PDF can be fetched for some minutes, by whoever has the address. */
    pdf(reference: string, call?: Call): Promise<{ url: string }>
  }
  /** What happened from one day, `2026-11-22` in UTC, to another. */
  metrics(options?: z.input<typeof Metrics.Query> & Call): Promise<Metrics.Report>
}

const Download = z.object({ url: z.string() })

/** `operator.refused` when the token is not the operator's. */
export function createOperator({
  token,
  ...options
}: Omit<ExchangeOptions, "credentials"> & { token: string }): Operator {
  const { request } = createExchange({ ...options, token: () => token })
  return {
    submissions: {
      list: ({ signal, ...options } = {}) =>
        request(Http.SubmissionList, "GET", `/operator/submissions${query(options)}`, signal ? { signal } : {}),
      get: (reference, call) => request(Http.SubmissionDetails, "GET", submission(reference), call),
      change: (reference, input, call) =>
        request(Http.SubmissionDetails, "PATCH", submission(reference), { ...call, body: input }),
      pdf: (reference, call) => request(Download, "GET", `${submission(reference)}/pdf`, call),
    },
    metrics: ({ signal, ...options } = {}) =>
      request(Metrics.Report, "GET", `/operator/metrics${query(options)}`, signal ? { signal } : {}),
  }
}

const submission = (reference: string) => `/operator/submissions/${encodeURIComponent(reference)}`
