import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { findings } from "./findings.ts"

/** A browser says so when a test looks into a frame that may run nothing. */
const NO_SCRIPT = /Blocked script execution/
/** And so of a mail that tries more than to be read. */
const BLOCKED =
  /Blocked (script execution|form submission)|Refused to execute the redirect|violates the following Content Security Policy|asked another host/

async function send(subject: string, html: string): Promise<void> {
  const Simple = {
    Subject: { Data: subject },
    Body: { Text: { Data: `${subject}, in words: http://example.com/a` }, Html: { Data: html } },
    Attachments: [{ FileName: "notes.txt", ContentType: "text/plain", RawContent: Buffer.from("Kept") }],
  }
  const From = "Spec Wizard <spec-wizard@localhost>"
  const Destination = { ToAddresses: ["ada@example.com"] }
  await new SESv2Client().send(new SendEmailCommand({ FromEmailAddress: From, Destination, Content: { Simple } }))
}

const framed = (page: Page) => page.locator("details.mail[open] iframe").first().contentFrame()

inBrowser("the mailbox", ({ visit }) => {
  test("shows a mail, formatted too; its links open in the same tab, its attachments are kept", async () => {
    const { page, context } = await visit({ forgives: NO_SCRIPT })
    await send("Your link", '<p style="color: rgb(170, 0, 0)">Grüße</p><p><a href="/?from=mail">Go on</a></p>')
    await page.goto("/_local/mail")
    expect(await page.getByRole("link", { name: "http://example.com/a" }).getAttribute("href")).toBe(
      "http://example.com/a",
    )
    await framed(page).getByText("Grüße").waitFor()
    const color = page.frames().at(-1)?.evaluate("getComputedStyle(document.querySelector('p')).color")
    expect(await color).toBe("rgb(170, 0, 0)")
    const downloading = page.waitForEvent("download")
    await page.getByRole("link", { name: "notes.txt" }).click()
    expect((await downloading).suggestedFilename()).toBe("notes.txt")
    await framed(page).getByRole("link", { name: "Go on" }).click()
    await page.waitForURL("**/?from=mail")
    expect(context.pages()).toHaveLength(1)
  })

  test("can be read by everybody, on a phone and in the dark", async () => {
    const { page } = await visit({ forgives: NO_SCRIPT })
    await send(
      "A rather long subject that does not fit into one line of a phone, with a Donaudampfschifffahrtsgesellschaftskapitän",
      "<p>Hello</p>",
    )
    await page.goto("/_local/mail")
    expect(await findings(page)).toEqual([])
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true)
  })

  test("lets a mail run nothing, ask nothing and change nothing", async () => {
    let asked = 0
    const elsewhere = createServer((_, response) => {
      asked++
      response.end()
    }).listen(0, "127.0.0.1")
    await once(elsewhere, "listening")
    const { port } = elsewhere.address() as AddressInfo // it listens on TCP
    const url = `http://127.0.0.1:${port}`

    const { page } = await visit({ forgives: BLOCKED })
    const evil = `<script>top.location = "/?ran"</script><img src="${url}/pixel.png" onerror="top.document.title = 'ran'">
      <style>@import "${url}/style.css";</style><meta http-equiv="refresh" content="0; url=${url}/">
      <form action="${url}/"><button>Send</button></form><p>Evil</p>`
    await send("Evil", evil)
    await page.goto("/_local/mail")
    await framed(page).getByText("Evil").waitFor()
    await framed(page).getByRole("button").click()
    expect(await page.title()).toBe("Mail")
    expect(new URL(page.url()).pathname).toBe("/_local/mail")
    expect(asked).toBe(0)
    elsewhere.close()
  })
})
