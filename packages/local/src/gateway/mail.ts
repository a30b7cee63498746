import type { IncomingMessage, ServerResponse } from "node:http"
import { iso } from "@spec-wizard/core/clock"
import type { Mail, Mailbox } from "../engine/mailbox.ts"
import { problem } from "./http.ts"
import { CONTENT_POLICY, mailPage, templatesPage } from "./mail-page.ts"
import * as respond from "./respond.ts"

export const MAIL_PATH = "/_local/mail"
export const TEMPLATES_PATH = "/_local/templates"

/** What every mail looks like. */
export async function serveTemplates(
  origin: string,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (method !== "GET" && method !== "HEAD") return problem(response, 405, "method.not_allowed", "Use GET.")
  const { samples } = await import("@spec-wizard/exports/mail/sample") // mostly not needed
  const at = iso(Date.now())
  const mails = samples(origin).map(({ letter, locale, ...rendered }, index): Mail => {
    const { kind } = letter
    return {
      ...rendered,
      id: `${kind}-${index}`,
      from: "Spec Wizard",
      to: `${kind}, ${locale}`,
      replyTo: "",
      headers: {},
      attachments: [],
      at,
    }
  })
  send(response, Buffer.from(templatesPage(mails)), PAGE)
}

/** The mailbox: a page for people, JSON for programs, and each attachment, `/_local/mail/<id>/<number>`. */
export function serveMail(mailbox: Mailbox, path: string, { method }: IncomingMessage, response: ServerResponse): void {
  const [, id, number = ""] = /^\/_local\/mail\/([\w-]+)\/(\d+)$/.exec(path) ?? []
  const attachment = mailbox.mails.find((mail) => mail.id === id)?.attachments[Number(number)]
  if (method !== "GET" && method !== "HEAD") problem(response, 405, "method.not_allowed", "Use GET.")
  else if (path === `${MAIL_PATH}.json`) respond.json(response, 200, { emails: mailbox.mails })
  else if (path === MAIL_PATH) send(response, Buffer.from(mailPage(mailbox.mails)), PAGE)
  else if (attachment) send(response, Buffer.from(attachment.base64, "base64"), fileHeaders(attachment.filename))
  else problem(response, 404, "mail.not_found", "There is no such mail.")
}

const PAGE = { "content-type": "text/html; charset=utf-8", "content-security-policy": CONTENT_POLICY }

const fileHeaders = (filename: string) => ({
  "content-type": "application/octet-stream",
  "content-disposition": `attachment; filename*=UTF-8''${headerText(filename)}`,
  "content-security-policy": "sandbox",
})

function send(response: ServerResponse, body: Buffer, headers: Record<string, string>): void {
  response.writeHead(200, {
    "cache-control": "no-store",
    "content-length": body.length,
    ...headers,
  })
  response.end(body)
}

/** @see https://www.rfc-editor.org/rfc/rfc8187#section-3.2 */
const headerText = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
