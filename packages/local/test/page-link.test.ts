import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { answered, begin, box, connection, said } from "./conversing.ts"
import { newAddress } from "./keeper.ts"
import {
  address,
  askToSave,
  choose,
  code,
  dialog,
  follow,
  idOf,
  mailed,
  openButton,
  openSaved,
  REFUSED,
  readable,
  save,
} from "./page-link.ts"
import { record } from "./recorder.ts"

const DAY_MS = 86_400_000
const day = (ms: number) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(ms)

inBrowser("the page: saved, and opened again", (stage) => {
  test("a conversation begun without an account is saved by the link from the mail, and every open tab says so", async () => {
    const { page } = await stage.visit()
    const email = newAddress()
    await begin(page)
    const mail = await askToSave(stage.house, page, email)
    await dialog(page, "Save this conversation").getByText(`We sent a mail to ${email}`).waitFor()

    const tab = await follow(page, mail.token)
    expect(tab.url()).toBe(page.url())
    await answered(tab, 1)
    await dialog(page, "Saved").getByText(`saved to ${email}`).waitFor()
    await page.getByText(`until ${day(Date.now() + 90 * DAY_MS)}`).waitFor()
    await page.keyboard.press("Escape")
    for (const one of [page, tab]) {
      await expect.poll(() => one.getByRole("button", { name: "Save", exact: true }).count()).toBe(0)
      await choose(one, `Saved to ${email}`)
      await dialog(one, "Saved").waitFor()
    }
    await tab.reload()
    await connection(tab, "Saved").waitFor()
    await choose(tab, `Saved to ${email}`)
  })

  test("says what will happen before it is asked for an address, and what is wrong with one", async () => {
    const { page } = await stage.visit({ forgives: REFUSED })
    await begin(page)
    await page.getByRole("banner").getByRole("button", { name: "Save" }).click()
    await dialog(page, "Save this conversation").getByText("kept for 90 days after your last answer").waitFor()
    for (const wrong of ["", "ada", "ada@example.com, bob@example.com"]) {
      await address(page).fill(wrong)
      await address(page).press("Enter")
      await page.getByRole("alert").getByText("We cannot write to that address.").waitFor()
      expect(await address(page).inputValue()).toBe(wrong)
    }
  })

  test("the code saves it too, however it is typed; a wrong one says so and spoils nothing", async () => {
    const { page } = await stage.visit({ forgives: REFUSED })
    const email = newAddress()
    await begin(page)
    const mail = await askToSave(stage.house, page, email)
    await code(page).pressSequentially("zzzzz zz")
    expect(await code(page).inputValue()).toBe("ZZZZ-ZZZ")
    await code(page).press("Enter")
    await page.getByRole("alert").getByText("That is not the code").waitFor()
    await code(page).fill(`the code: ${mail.code.toLowerCase()}.`)
    expect(await code(page).inputValue()).toBe(mail.code)
    await code(page).press("Enter")
    await dialog(page, "Saved").getByText(`saved to ${email}`).waitFor()
  })

  test("is told outside the dialog, too, when it is saved elsewhere", async () => {
    const { page } = await stage.visit()
    const heard = await record(page, "[role=status]:not(.news)")
    const email = newAddress()
    await begin(page)
    const mail = await askToSave(stage.house, page, email)
    await page.keyboard.press("Escape")
    await follow(page, mail.token)
    await expect.poll(async () => (await heard()).at(-1)).toBe(`Saved to ${email}`)
  })

  test("a limit says when it goes on, and the button waits for it", async () => {
    const { context, page } = await stage.visit({ forgives: /status of 429/ })
    await begin(page)
    await askToSave(stage.house, page, newAddress())
    const problem = {
      type: "about:blank",
      title: "limit",
      status: 429,
      code: "rate.limited",
      detail: "",
      requestId: "r",
    }
    await context.route("**/v1/magic-links", (route) =>
      route.fulfill({ status: 429, json: problem, headers: { "retry-after": "2" } }),
    )
    const again = page.getByRole("button", { name: "Send again" })
    await again.click()
    await page.getByText("You can try again in 2 seconds.").waitFor()
    expect(await again.isDisabled()).toBe(true)
    await context.unroute("**/v1/magic-links")
    await expect.poll(() => again.isDisabled()).toBe(false)
    await again.click()
    await page.getByText("Sent once more.").waitFor()
  })

  test("opening a link's page asks the server for nothing, and the token stands in the address alone until it is used", async () => {
    const { context, page } = await stage.visit()
    await begin(page)
    const { token } = await askToSave(stage.house, page, newAddress())
    const asked: string[] = []
    context.on("request", async (request) => {
      asked.push(
        [request.method(), request.url(), JSON.stringify(await request.allHeaders()), request.postData()].join(" "),
      )
    })
    const lines: string[] = []
    context.on("console", (line) => lines.push(line.text()))
    const tab = await context.newPage()
    await tab.goto(`/link#token=${token}`)
    await openButton(tab).waitFor()
    await tab.reload()
    await openButton(tab).waitFor()
    expect(asked.length).toBeGreaterThan(2)
    expect(asked.join("\n")).not.toMatch(/\/v1\//)
    expect([...asked, ...lines, await readable(tab)].join("\n")).not.toContain(token)

    asked.length = 0
    await openButton(tab).click()
    await tab.waitForURL(/\/s\/ses_/)
    await answered(tab, 1)
    const told = asked.filter((request) => request.includes(token))
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^POST \S+\/v1\/magic-links\/redeem /)
    expect([...lines, await readable(tab), tab.url()].join("\n")).not.toContain(token)
    await tab.goBack() // the link is not in the tab's history either
    expect(tab.url()).not.toContain(token)
  })

  test("in another browser the link asks for the code; the one that had only asked is signed out and loses no word", async () => {
    const { page } = await stage.visit({ forgives: REFUSED })
    const email = newAddress()
    await begin(page)
    const mail = await askToSave(stage.house, page, email)
    await page.keyboard.press("Escape")
    await box(page).fill("Half a thou")

    const other = await stage.visit({ forgives: REFUSED })
    await other.page.goto(`/link#token=${mail.token}`)
    await openButton(other.page).click()
    await other.page.getByText("asked for in another browser").waitFor()
    await other.page.reload() // nothing was used up
    await openButton(other.page).click()
    await code(other.page).fill("ZZZZ-ZZZZ")
    await code(other.page).press("Enter")
    await other.page.getByRole("alert").getByText("That is not the code").waitFor()
    await code(other.page).fill(mail.code)
    await code(other.page).press("Enter")
    await other.page.waitForURL(page.url())
    await answered(other.page, 1)

    await page.getByRole("alert").getByText("You were signed out on this device").waitFor()
    expect(await said(page).count()).toBe(1)
    expect(await box(page).count()).toBe(0)
    await page.getByRole("link", { name: "Open it again" }).click()
    await page.getByRole("heading", { name: "cannot be opened here" }).waitFor()
    const fresh = await mailed(stage.house, page, email)
    const tab = await follow(page, fresh.token)
    expect(tab.url()).toBe(other.page.url())
    await expect.poll(() => box(tab).inputValue()).toBe("Half a thou")
  })

  test("a link that was used says so in another browser and offers a fresh one, which opens", async () => {
    const { page } = await stage.visit()
    const email = newAddress()
    await begin(page)
    const { token } = await askToSave(stage.house, page, email)
    await follow(page, token)
    const other = await stage.visit({ forgives: REFUSED })
    for (const used of [token, token.slice(0, 20)]) {
      const tab = await other.context.newPage()
      await tab.goto(`/link#token=${used}`)
      if (used === token) await openButton(tab).click()
      await tab.getByText("This link was used or has expired.").waitFor()
      const fresh = await mailed(stage.house, tab, email)
      await tab.goto(`/link#token=${fresh.token}`) // in the same tab: only the fragment changes
      await openButton(tab).click()
      await tab.waitForURL(page.url())
    }
  })

  test("in the browser that has opened it, it leads to what it opened, and not to what was opened since", async () => {
    const { page } = await stage.visit({ forgives: REFUSED })
    const email = newAddress()
    await begin(page)
    const { token } = await askToSave(stage.house, page, email)
    await follow(page, token)
    const later = await page.context().newPage()
    await begin(later)
    await follow(later, (await askToSave(stage.house, later, email)).token)
    expect(later.url()).not.toBe(page.url())
    const again = await follow(page, token)
    expect(again.url()).toBe(page.url())
  })

  test("address and code are enough, wherever the mail is read", async () => {
    const { page } = await stage.visit()
    const email = newAddress()
    await begin(page)
    await save(stage.house, page, email)

    const asking = await stage.visit()
    await asking.page.goto("/")
    await asking.page.getByRole("link", { name: "Open a saved conversation" }).click()
    const mail = await mailed(stage.house, asking.page, email)
    const typing = await stage.visit({ forgives: REFUSED })
    await typing.page.goto("/link")
    await typing.page.getByText("I have a code").click()
    const form = typing.page.locator("form").filter({ has: code(typing.page) })
    await form.getByRole("textbox", { name: "Your e-mail address" }).fill(email)
    await code(typing.page).fill("ZZZZ-ZZZZ")
    await code(typing.page).press("Enter")
    await typing.page.getByRole("alert").getByText("do not belong together").waitFor()
    await code(typing.page).fill(mail.code)
    await code(typing.page).press("Enter")
    await typing.page.waitForURL(page.url())
  })

  test("an address that nobody knows gets the same words as any other, and no mail", async () => {
    const { page } = await stage.visit()
    const email = newAddress()
    const sent = stage.house.mail().length
    await page.goto("/link")
    await address(page).fill(email)
    await address(page).press("Enter")
    await page.getByText(`If something is saved to ${email}`).waitFor()
    await expect
      .poll(async () => Object.values(await stage.house.queues()).every(({ messages }) => messages === 0))
      .toBe(true)
    expect(stage.house.mail()).toHaveLength(sent)
  })

  test("whoever comes for one conversation gets that one, although a later one is saved to the same address", async () => {
    const { page } = await stage.visit()
    const email = newAddress()
    await begin(page, "We run a bakery.")
    await save(stage.house, page, email)
    const wanted = page.url()
    await begin(page, "We keep bees.")
    await save(stage.house, page, email)
    expect(page.url()).not.toBe(wanted)

    for (const way of ["link", "code"] as const) {
      const stranger = await stage.visit({ forgives: REFUSED })
      await stranger.page.goto(wanted)
      await stranger.page.getByRole("heading", { name: "cannot be opened here" }).waitFor()
      const mail = await mailed(stage.house, stranger.page, email)
      await code(stranger.page).waitFor()
      if (way === "code") {
        await code(stranger.page).fill(mail.code)
        await code(stranger.page).press("Enter")
      } else {
        await stranger.page.goto(`/link#token=${mail.token}`)
        await openButton(stranger.page).click()
      }
      await stranger.page.waitForURL(wanted)
      await expect.poll(() => said(stranger.page).allInnerTexts()).toEqual(["We run a bakery."])
    }
  })

  test("a stranger to whom a conversation is not saved does not get it, whatever they ask for", async () => {
    const { page } = await stage.visit()
    await begin(page)
    await save(stage.house, page, newAddress())
    const stranger = await stage.visit({ forgives: REFUSED })
    const own = newAddress()
    await begin(stranger.page, "We keep bees.")
    await save(stage.house, stranger.page, own)
    const theirs = idOf(stranger.page)
    await stranger.page.goto(page.url())
    const mail = await mailed(stage.house, stranger.page, own)
    await code(stranger.page).fill(mail.code)
    await code(stranger.page).press("Enter")
    await stranger.page.waitForURL(`**/s/${theirs}`)
  })

  for (const [locale, heading] of [
    ["de-DE", "Gespeichertes Gespräch öffnen"],
    ["es-ES", "Abrir una conversación guardada"],
    ["fr-FR", "Ouvrir une conversation enregistrée"],
  ] as const)
    test(`speaks the visitor's language, page and mail alike: ${locale}`, async () => {
      const { page } = await stage.visit({ locale })
      const email = newAddress()
      const mail = stage.house.mailbox.next(email)
      await begin(page)
      await page.locator(".save").click()
      await page.locator("dialog input").fill(email)
      await page.locator("dialog input").press("Enter")
      await page.locator("dialog input[autocomplete=one-time-code]").waitFor()
      expect((await mail).html).toContain(`<html lang="${locale.slice(0, 2)}">`)
      await page.goto("/link")
      await page.getByRole("heading", { name: heading }).waitFor()
      expect(await page.locator("main").textContent()).not.toMatch(/\b(the|your|code from|link to)\b/i)
    })

  test("without scripts the page says that it needs them", async () => {
    const { page } = await stage.visit({ javaScriptEnabled: false })
    await page.goto("/link")
    await page.locator("noscript p", { hasText: "which needs JavaScript" }).waitFor()
  })

  test("a link that was not used in time opens nothing, also not what else is saved in this browser", async () => {
    const { page, context } = await stage.visit({ forgives: REFUSED })
    const other = await context.newPage()
    await begin(other)
    await save(stage.house, other, newAddress())
    await begin(page)
    const { token } = await askToSave(stage.house, page, newAddress())
    stage.house.clock.advance(11 * 60_000)
    await page.goto(`/link#token=${token}`)
    await openButton(page).click()
    await page.getByText("This link was used or has expired.").waitFor()
    expect(page.url()).not.toContain(token)
  })

  test("what is saved opens on another device, and both go on with it", async () => {
    const { page } = await stage.visit()
    const email = newAddress()
    await begin(page)
    await save(stage.house, page, email)
    const phone = await stage.visit({ viewport: { width: 390, height: 800 } })
    await openSaved(stage.house, phone.page, email)
    expect(phone.page.url()).toBe(page.url())
    await answered(phone.page, 1)
    await box(phone.page).fill("Only our own staff use it.")
    await box(phone.page).press("Enter")
    await Promise.all([answered(page, 2), answered(phone.page, 2)])
  })
})
