import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { type Mail, Mailbox } from "../src/engine/mailbox.ts"
import { type Origin, openOrigin } from "./origin.ts"

const MODULE = new URL("../src/engine/mailbox.ts", import.meta.url).href

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "mail-"))
})
afterEach(async () => {
  await rm(directory, { recursive: true })
})

const mailOf = (mail: Partial<Mail> = {}): Mail => ({
  id: "0100-a",
  from: "spec-wizard@localhost",
  to: "ada@example.com",
  replyTo: "",
  headers: {},
  subject: "Your link",
  text: "",
  html: "",
  attachments: [],
  at: "2026-11-21T10:00:00.000Z",
  ...mail,
})

describe("the mailbox on disk", () => {
  test("has every mail it took after its process was killed, in the order of sending, whatever the clock says", async () => {
    const script = `
      const { Mailbox } = await import(${JSON.stringify(MODULE)})
      const mailbox = await Mailbox.open(${JSON.stringify(directory)})
      const mail = ${JSON.stringify(mailOf())}
      await Promise.all(Array.from({ length: 12 }, (_, at) => mailbox.add({ ...mail, subject: String(at) })))
      await mailbox.add({ ...mail, subject: "last", at: "2020-01-01T00:00:00.000Z" })
      process.kill(process.pid, "SIGKILL")`
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], { stdio: "inherit" })
    expect(await once(child, "exit")).toEqual([null, "SIGKILL"])

    const mailbox = await Mailbox.open(directory)
    await mailbox.add(mailOf({ subject: "after" }))
    const subjects = [...Array.from({ length: 12 }, (_, at) => String(at)), "last", "after"]
    for (const opened of [mailbox, await Mailbox.open(directory)])
      expect(opened.mails.map(({ subject }) => subject)).toEqual(subjects)
  })

  test("is for its owner alone", async () => {
    const mailbox = await Mailbox.open(path.join(directory, "mail"))
    await mailbox.add(mailOf())
    const modes = await Promise.all(
      ["mail", "mail/00000001.json"].map(async (name) => (await stat(path.join(directory, name))).mode & 0o777),
    )
    expect(modes).toEqual([0o700, 0o600])
  })

  test("leaves out what a killed server had not finished, and what somebody else put there", async () => {
    await (await Mailbox.open(directory)).add(mailOf())
    await writeFile(path.join(directory, "00000002.json.tmp"), '{"id":')
    await writeFile(path.join(directory, "00000003.json"), '{"id":')
    await writeFile(path.join(directory, "notes.txt"), "mine")
    const mailbox = await Mailbox.open(directory)
    expect(mailbox.mails).toEqual([mailOf()])
    expect((await readdir(directory)).sort()).toEqual(["00000001.json", "00000003.json", "notes.txt"])
  })
})

describe("the mailbox's page", () => {
  let origin: Origin
  let mailbox: Mailbox
  beforeEach(async () => {
    mailbox = await Mailbox.open()
    origin = await openOrigin({}, { mailbox })
  })
  afterEach(() => origin.close())
  const page = async () => await (await fetch(`${origin.url}/_local/mail`)).text()

  test("shows the newest first, as text, with links that can be followed", async () => {
    expect(await page()).toContain("Nothing has been sent yet.")
    await mailbox.add(mailOf({ subject: "First" }))
    await mailbox.add(
      mailOf({ subject: "Second", text: "Open (https://a.example/link#token=x_-) or https://b.example/?a=1&b=2." }),
    )
    const html = await page()
    expect(html.indexOf("Second")).toBeLessThan(html.indexOf("First"))
    expect(html).toContain('(<a href="https://a.example/link#token=x_-">https://a.example/link#token=x_-</a>)')
    expect(html).toContain('<a href="https://b.example/?a=1&amp;b=2">https://b.example/?a=1&amp;b=2</a>.')
  })

  test("is not changed by what a mail says", async () => {
    const evil = `</pre><script>alert(1)</script>"'&<img src=x onerror=alert(1)>`
    const attachments = [{ filename: evil, contentType: "text/html", base64: "" }]
    await mailbox.add(
      mailOf({ from: evil, to: evil, subject: evil, text: `${evil} https://a.example/"onclick="x`, attachments }),
    )
    await mailbox.add(mailOf({ html: `${evil}</iframe>` }))
    const html = await page()
    expect(html).not.toMatch(/<script|<img|onclick="|<\/pre>/)
    expect(html.match(/<\/iframe>/g)).toHaveLength(1)
  })

  test("may run no script and ask nothing of anybody, and is not kept or framed", async () => {
    const { headers } = await fetch(`${origin.url}/_local/mail`)
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(headers.get("cache-control")).toBe("no-store")
    expect(headers.get("x-content-type-options")).toBe("nosniff")
  })

  test("shows fifty and says how many there are", async () => {
    for (let at = 0; at < 51; at++) await mailbox.add(mailOf())
    const html = await page()
    expect(html.match(/class="mail"/g)).toHaveLength(50)
    expect(html).toContain("The newest 50 of 51 mails")
  })

  test("gives attachments to keep, never to run, under the names they have", async () => {
    const filename = `Käse "1"'; x.html`
    const attachments = [{ filename, contentType: "text/html", base64: Buffer.from("<b>").toString("base64") }]
    await mailbox.add(mailOf({ id: "0100-b", attachments }))
    expect(await page()).toContain('<a download href="/_local/mail/0100-b/0">')
    const answer = await fetch(`${origin.url}/_local/mail/0100-b/0`)
    expect(answer.headers.get("content-type")).toBe("application/octet-stream")
    expect(answer.headers.get("content-security-policy")).toBe("sandbox")
    const disposition = answer.headers.get("content-disposition") ?? ""
    expect(disposition).toBe("attachment; filename*=UTF-8''K%C3%A4se%20%221%22%27%3B%20x.html")
    expect(await answer.text()).toBe("<b>")
    for (const path of ["0100-b/1", "0100-c/0", "0100-b", "0100-b/-1"])
      expect((await fetch(`${origin.url}/_local/mail/${path}`)).status, path).not.toBe(200)
  })

  test("shows beside it every mail there is, in every language, though none was sent", async () => {
    const html = await (await fetch(`${origin.url}/_local/templates`)).text()
    for (const subject of ["Your specification as a PDF", "Ihre Spezifikation als PDF", "Su especificación en PDF"])
      expect(html).toContain(subject)
    expect(html.match(/<iframe /g)?.length).toBe(html.match(/class="mail"/g)?.length)
    expect(mailbox.mails).toEqual([])
  })

  test("and its JSON are only read, and by this machine alone", async () => {
    for (const address of ["mail", "mail.json", "templates"]) {
      const url = `${origin.url}/_local/${address}`
      expect((await fetch(url)).status).toBe(200)
      expect((await fetch(url, { method: "POST" })).status).toBe(405)
      expect((await fetch(url, { headers: { origin: "https://evil.example" } })).status).toBe(403)
    }
    expect((await fetch(`${origin.url}/_local/mailbox`)).status).toBe(404)
  })
})
