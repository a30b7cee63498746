import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { connection } from "./conversing.ts"
import { newAddress } from "./keeper.ts"
import { beginDocument, hasFocus, lines, press, RULES } from "./page-document.ts"
import { choose, dialog, idOf, openSaved, REFUSED, save, traces } from "./page-link.ts"
import {
  beginSubmission,
  confirmation,
  consent,
  field,
  fillIn,
  form,
  look,
  referenceOn,
  SEND,
  sendButton,
  sentButton,
  submitOn,
} from "./page-submit.ts"
import { change, OPERATOR_TOKEN_HASH } from "./submitting.ts"

const FORGIVES = new RegExp(`${REFUSED.source}|ERR_FAILED|ERR_INTERNET_DISCONNECTED`)
const UNKNOWN = "We find nothing under this reference and this address."

const GERMAN = "Wir haben eine Bäckerei. Kunden sollen online bestellen. Lieferung brauchen wir nicht."
const SPANISH = "Tenemos una panadería. Los clientes deben pedir en línea. No queremos reparto."
const FRENCH = "Nous avons une boulangerie. Les clients doivent commander en ligne. Pas de livraison."

inBrowser(
  "the page: handing the document over, and how it stands",
  (stage) => {
    /** The keys that the page has sent so far. */
    function keysOf(page: Page): string[] {
      const keys: string[] = []
      page.on("request", (request) => {
        const key = request.headers()["idempotency-key"]
        if (key) keys.push(key)
      })
      return keys
    }

    test("from the conversation to the reference by keyboard alone; the mail with it arrives", async () => {
      const { page } = await stage.visit()
      const keys = page.keyboard
      const to = async (name: string, role: "button" | "textbox" | "checkbox" = "button", key = "Tab") => {
        const wanted = page.locator(":focus").and(page.getByRole(role, { name }))
        for (let step = 0; step < 40 && (await wanted.count()) === 0; step++) await keys.press(key)
        expect(await wanted.count(), name).toBe(1)
      }
      const email = newAddress()
      const mail = stage.house.mailbox.next(email)
      await beginDocument(page)
      await to("More", "button", "Shift+Tab")
      await keys.press("Enter")
      await to(SEND)
      await keys.press("Enter")
      await form(page).waitFor()
      expect(await hasFocus(form(page).getByRole("button", { name: "Close" }))).toBe(true)
      await to("Your name", "textbox")
      await keys.type("Ada Lovelace")
      await to("Your e-mail address", "textbox")
      await keys.type(email)
      await to("You may keep this document", "checkbox")
      await keys.press("Space")
      await to(SEND)
      await keys.press("Enter")
      const reference = await referenceOn(page)
      expect(reference).toMatch(/^SPEC-\w{4}-\w{4}$/)
      await expect.poll(() => hasFocus(page.getByText("We have your specification."))).toBe(true)
      expect((await mail).text).toContain(reference)
      await keys.press("Escape")
      await sentButton(page).waitFor()
    })

    test("it shows what goes, and the way back to each of it, on a phone too", async () => {
      const { page } = await stage.visit({ viewport: { width: 390, height: 844 } })
      await beginDocument(page, `${RULES}\n\nOpen questions:\n- Who prints the list?\n- How long are names kept?`)
      const places = { Title: "#document-heading", "How far it is": "#readiness", "Open questions": ".line" }
      for (const [name, place] of Object.entries(places)) {
        await choose(page, SEND)
        await form(page).getByText("2 open questions").waitFor()
        await form(page).getByText("Not yet enough for an estimate").waitFor()
        await form(page)
          .getByRole("button", { name: `Show: ${name}` })
          .click()
        await page.getByRole("dialog").waitFor({ state: "hidden" })
        await expect.poll(() => hasFocus(page.locator(`${place}:focus`)), { message: name }).toBe(true)
      }
      expect(await page.locator(":focus .line-id").textContent()).toBe("Q-1")
    })

    test("what is wrong stands beside its field, the first of it has the focus, and nothing typed is lost", async () => {
      const { page } = await stage.visit()
      const keys = keysOf(page)
      await beginSubmission(page)
      await field(form(page), "Your e-mail address").fill("ada@")
      await field(form(page), "Phone").fill("1".repeat(51))
      await sendButton(page).click()
      await expect.poll(() => hasFocus(field(form(page), "Your name"))).toBe(true)
      for (const [name, wrong] of [
        ["Your name", "Tell us your name"],
        ["Your e-mail address", "We cannot write to that address"],
        ["Phone", "at most 50 characters"],
      ] as const) {
        const about = (await field(form(page), name).getAttribute("aria-describedby"))?.split(" ") ?? []
        const told = await Promise.all(about.map((id) => page.locator(`[id="${id}"]`).allTextContents()))
        expect(told.flat().join(" ")).toContain(wrong)
        expect(await field(form(page), name).getAttribute("aria-invalid")).toBe("true")
      }
      await form(page).getByText("Tick the box if you agree").waitFor()
      expect(await field(form(page), "Company").getAttribute("aria-invalid")).toBe("false")
      expect(await field(form(page), "Your e-mail address").inputValue()).toBe("ada@")
      expect(keys).toEqual([])

      await field(form(page), "Phone").fill("030 / 12 34")
      await fillIn(page, newAddress())
      await sendButton(page).click()
      await referenceOn(page)
    })

    test("a double click sends once, and the reference can be copied", async () => {
      const { context, page } = await stage.visit()
      await context.grantPermissions(["clipboard-read", "clipboard-write"])
      const keys = keysOf(page)
      await beginSubmission(page)
      await fillIn(page, newAddress())
      await sendButton(page).dblclick()
      const reference = await referenceOn(page)
      expect(new Set(keys).size).toBe(1)
      await confirmation(page).getByRole("button", { name: "Copy" }).click()
      await confirmation(page).getByText("Copied.").waitFor()
      expect(await page.evaluate<string>("navigator.clipboard.readText()")).toBe(reference)
    })

    test("after a lost answer it is sent again under the same key, and changed words do not make a second one", async () => {
      const { page } = await stage.visit({ forgives: FORGIVES })
      // The page hears nothing by itself: no event that would tell it, and no state.
      await page.routeWebSocket(/./, (socket) => {
        const server = socket.connectToServer()
        server.onMessage((frame) => String(frame).includes('"submitted"') || socket.send(frame))
      })
      const keys = keysOf(page)
      const references: string[] = []
      const email = newAddress()
      await beginSubmission(page)
      const lose = async () => {
        await page.route("**/submission", async (route) => {
          const { submission } = await (await route.fetch()).json()
          references.push(submission.reference)
          await route.abort()
        })
        await sendButton(page).click()
        await form(page).getByRole("alert").getByText("We cannot be reached").waitFor()
        await page.unroute("**/submission")
      }
      await fillIn(page, email)
      await page.route("**/events?*", (route) => route.abort())
      await lose()
      await lose()
      expect(await field(form(page), "Your name").inputValue()).toBe("Ada Lovelace")
      // Something in the form is changed: the key's answer was another's.
      await field(form(page), "Company").fill("Analytical Bakers")
      await sendButton(page).click()
      references.push(await referenceOn(page))
      expect(references).toHaveLength(3)
      expect(new Set(references).size).toBe(1)
      expect(new Set(keys.slice(0, 3)).size).toBe(1)
      expect(new Set(keys).size).toBe(2)
    })

    test("two tabs at once get the same reference, and every device hears of it", async () => {
      const { context, page } = await stage.visit({ forgives: FORGIVES })
      const email = newAddress()
      await beginDocument(page)
      await save(stage.house, page, email)
      const { page: phone } = await stage.visit({ forgives: REFUSED, viewport: { width: 390, height: 844 } })
      await openSaved(stage.house, phone, email)
      await connection(phone, "Saved").waitFor({ state: "attached" })
      const tab = await context.newPage()
      await tab.goto(page.url())
      for (const one of [page, tab]) {
        await choose(one, SEND)
        expect(await field(form(one), "Your e-mail address").inputValue()).toBe(email)
        await fillIn(one, email)
      }
      const held: (() => Promise<void>)[] = []
      await context.route("**/submission", (route) => {
        held.push(() => route.continue())
      })
      for (const one of [page, tab]) await sendButton(one).click()
      await expect.poll(() => held.length).toBe(2)
      await Promise.all(held.map((go) => go()))
      const [reference, other] = await Promise.all([page, tab].map(referenceOn))
      expect(other).toBe(reference)
      await sentButton(phone).click()
      expect(await referenceOn(phone)).toBe(reference)

      await page.reload()
      await choose(page, "Sent: your reference")
      expect(await referenceOn(page)).toBe(reference)
      await page.keyboard.press("Escape")
      await page.getByText("We have this document as it was when you sent it").waitFor()
      await press(lines(page).first(), "Drop")
      await page.getByText("was dropped").waitFor()
    })

    test("what was typed survives a failure and a reload, and nothing of it survives sending or deleting", async () => {
      const { context, page } = await stage.visit({ forgives: FORGIVES })
      await beginSubmission(page)
      await fillIn(page, newAddress())
      await field(form(page), "What it may cost").fill("at most 20,000")
      await context.setOffline(true)
      await sendButton(page).click()
      await form(page).getByRole("alert").getByText("We cannot be reached").waitFor()
      await context.setOffline(false)
      await page.reload()
      await choose(page, SEND)
      expect(await field(form(page), "Your name").inputValue()).toBe("Ada Lovelace")
      expect(await field(form(page), "What it may cost").inputValue()).toBe("at most 20,000")
      expect(await consent(page).isChecked()).toBe(false)
      await page.keyboard.press("Escape")
      await choose(page, "Delete everything")
      await dialog(page, "Delete everything").getByRole("button", { name: "Delete for good" }).click()
      await page.getByRole("heading", { name: "Deleted" }).waitFor()
      expect(await page.evaluate<string>("JSON.stringify({ ...localStorage })")).not.toMatch(/Ada|20,000|contact/)

      await submitOn(page, newAddress())
      expect((await traces(page, idOf(page))).join()).not.toMatch(/Ada|contact/)
    })

    test("deleted on another device, what was typed about oneself is forgotten here", async () => {
      const { context, page } = await stage.visit({ forgives: REFUSED })
      await beginSubmission(page)
      await fillIn(page, newAddress())
      const sessionId = idOf(page)
      expect((await traces(page, sessionId)).join()).toContain("Ada Lovelace")
      await context.request.delete(`/v1/sessions/${sessionId}`, { headers: { origin: stage.house.url } })
      await page.getByText("This conversation was deleted").waitFor({ state: "attached" })
      await expect.poll(async () => (await traces(page, sessionId)).join()).not.toContain("Ada Lovelace")
    })

    test("how it stands is found in any spelling; a wrong address and a wrong reference are told the same", async () => {
      const { page } = await stage.visit({ forgives: REFUSED })
      const email = newAddress()
      const reference = await submitOn(page, email)
      await confirmation(page).getByRole("link", { name: "See how it stands" }).click()
      await page.waitForURL(/\/status/)
      expect(await field(page, "Reference").inputValue()).toBe(reference)
      for (const spelling of [
        reference,
        reference.toLowerCase(),
        reference.replaceAll("-", " "),
        reference.slice(5).replace("-", ""),
        `Your reference: ${reference}.`,
      ]) {
        await look(page, spelling, `  ${email.toUpperCase().replace("EXAMPLE", "Example")} `)
        await page.getByRole("heading", { name: reference }).waitFor()
        const standing = page.getByText("It has arrived and waits to be looked at.")
        await expect.poll(() => hasFocus(standing), { message: spelling }).toBe(true)
        await page.reload()
      }
      const swapped = `${reference.slice(0, -2)}${reference.at(-1)}${reference.at(-2)}`
      for (const [wrong, address] of [
        [reference, newAddress()],
        ["SPEC-2222-2222", email],
        [swapped === reference ? "SPEC" : swapped, email],
        ["our specification", email],
      ] as const) {
        await look(page, wrong, address)
        await page.getByRole("alert").getByText(UNKNOWN).waitFor()
        expect(await page.getByRole("heading", { name: reference }).count()).toBe(0)
        await page.reload()
      }
      await look(page, reference, "ada@")
      await page.getByRole("alert").getByText("We cannot write to that address").waitFor()
    })

    test("what the owner says is seen after asking again, as text", async () => {
      const { page } = await stage.visit()
      const email = newAddress()
      const reference = await submitOn(page, email)
      await page.goto("/status")
      await look(page, reference, email)
      await page.getByText("It has arrived and waits to be looked at.").waitFor()
      const message = "From 12,000 euros.\n<b>By Easter</b>"
      expect((await change(stage.house, reference, { status: "quoted", message })).status).toBe(200)
      await page.getByRole("button", { name: "See how it stands" }).click()
      await page.getByText("There is an offer for it.").waitFor()
      expect(await page.locator("blockquote").textContent()).toBe(message)
    })

    for (const [locale, said, send, heading, sent, found] of [
      ["de-DE", GERMAN, "An uns senden", "Wie es um Ihre Spezifikation steht", "Gesendet", "Sie ist angekommen"],
      ["es-ES", SPANISH, "Enviárnosla", "Cómo va su especificación", "Enviada", "Ha llegado"],
      ["fr-FR", FRENCH, "Nous l’envoyer", "Où en est votre cahier des charges", "Envoyé", "Il est arrivé"],
    ] as const)
      test(`speaks the conversation's language, form, confirmation, page and mail alike: ${locale}`, async () => {
        const { page } = await stage.visit({ locale })
        const english = /\b(the|your|you|sent|show|reference|address|optional)\b/i
        const email = newAddress()
        const mail = stage.house.mailbox.next(email)
        await beginDocument(page, said)
        await page.getByRole("button", { name: send }).click()
        const open = page.locator("dialog[open]")
        await open.locator("form.contact").waitFor()
        expect(await open.locator("h2, h3, p, dt, label, button").allInnerTexts()).not.toContainEqual(
          expect.stringMatching(english),
        )
        await open.locator("[name=name]").fill("Ada")
        await open.locator("[name=email]").fill(email)
        await open.locator("[name=consent]").check()
        await open.getByRole("button", { name: send }).click()
        const reference = (await open.locator(".reference").textContent()) ?? ""
        expect(await open.getByRole("heading").first().textContent()).toBe(sent)
        expect(await open.textContent()).not.toMatch(english)
        expect((await mail).html).toContain(`<html lang="${locale.slice(0, 2)}">`)
        await page.goto(`/status#${reference}`)
        await page.getByRole("heading", { name: heading }).waitFor()
        await page.locator("[type=email]").fill(email)
        await page.keyboard.press("Enter")
        await page.locator(".found").getByText(found).waitFor()
        expect(await page.locator("main").textContent()).not.toMatch(english)
      })

    test("without scripts the page says that it needs them", async () => {
      const { page } = await stage.visit({ javaScriptEnabled: false })
      await page.goto("/status")
      await page.locator("noscript p", { hasText: "which needs JavaScript" }).waitFor()
    })
  },
  { OPERATOR_TOKEN_HASH },
)
