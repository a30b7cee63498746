import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { connection, send } from "./conversing.ts"
import { newAddress } from "./keeper.ts"
import { beginDocument, hasFocus } from "./page-document.ts"
import {
  bar,
  beginExport,
  button,
  bytesOf,
  exportsOf,
  FORGIVES,
  isPdf,
  keysOf,
  link,
  openExport,
  pdfButton,
  rows,
  sheet,
  told,
  watchBar,
} from "./page-export.ts"
import { choose, dialog, idOf } from "./page-link.ts"

inBrowser("the page: the document as a PDF", (stage) => {
  test("from the document to the file by keyboard alone; it starts by itself, and the link gives the same bytes", async () => {
    const { page } = await stage.visit()
    await beginDocument(page)
    const { keyboard } = page
    await pdfButton(page).focus()
    await keyboard.press("Enter")
    await expect.poll(() => hasFocus(button(page, "Download"))).toBe(true)
    const steps = await watchBar(page)
    const started = page.waitForEvent("download")
    await keyboard.press("Enter")
    const file = await bytesOf(await started)
    expect(isPdf(file)).toBe(true)
    await told(page, "Your PDF is ready. It is in your browser’s downloads.").waitFor()
    expect(await bar(page).getAttribute("aria-valuetext")).toBe("Step 3 of 3")
    expect(await steps()).toEqual([...(await steps())].sort())
    expect((await steps()).at(-1)).toBe(3)
    expect(await hasFocus(told(page, "Your PDF is ready."))).toBe(true)

    const [asked] = await exportsOf(page)
    expect(asked).toMatchObject({ status: "stored", sizeBytes: file.length })
    await keyboard.press("Tab")
    expect(await hasFocus(link(page))).toBe(true)
    const again = page.waitForEvent("download")
    await keyboard.press("Enter")
    const second = await again
    expect(second.suggestedFilename()).toBe("specification.pdf")
    expect((await bytesOf(second)).equals(file)).toBe(true)
    expect(new URL(page.url()).pathname).toBe(`/s/${idOf(page)}`)
    await keyboard.press("Escape")
    await expect.poll(() => hasFocus(pdfButton(page))).toBe(true)
  })

  test("the paper is that of the visitor's country, and paper and part are what was chosen", async () => {
    for (const [locale, paper] of [
      ["en-US", "US Letter"],
      ["en-GB", "A4"],
    ] as const) {
      const { page } = await stage.visit({ locale })
      await beginExport(page)
      expect(await sheet(page).getByRole("radio", { name: paper }).isChecked()).toBe(true)
      await page.close()
    }
    const { page } = await stage.visit()
    await beginExport(page)
    const asked = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/exports"))
    const started = page.waitForEvent("download")
    await sheet(page).getByText("US Letter").click()
    await sheet(page).getByText("The buyer’s part").click()
    await button(page, "Download").click()
    expect((await asked).postDataJSON()).toEqual({ format: "pdf", paper: "letter", form: "short" })
    expect((await bytesOf(await started)).toString("latin1")).toContain("612")
  })

  test("after a lost answer it is asked for under the same key, over a reload too, and there is one file", async () => {
    const { page } = await stage.visit({ forgives: FORGIVES })
    const keys = keysOf(page)
    await beginExport(page)
    for (const isReloaded of [true, false]) {
      await page.route("**/exports", async (route) => {
        await route.fetch()
        await route.abort()
      })
      await button(page, "Download").click()
      await sheet(page).getByRole("alert").getByText("We cannot be reached").waitFor()
      await page.unroute("**/exports")
      if (!isReloaded) continue
      await page.reload()
      await pdfButton(page).waitFor()
      await openExport(page)
      if ((await button(page, "Another PDF").count()) > 0) await button(page, "Another PDF").click()
    }
    const started = page.waitForEvent("download")
    await button(page, "Download").click()
    await bytesOf(await started)
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
    expect(await exportsOf(page)).toHaveLength(1)

    await button(page, "Another PDF").click()
    const another = page.waitForEvent("download")
    await button(page, "Download").click()
    await bytesOf(await another)
    expect(new Set(keys).size).toBe(2)
    expect(await exportsOf(page)).toHaveLength(2)
  })

  test("what was asked for before stands below, the newest first, each with its version and its file", async () => {
    const { page } = await stage.visit()
    await beginExport(page)
    for (const version of [1, 2]) {
      const started = page.waitForEvent("download")
      await button(page, "Download").click()
      await bytesOf(await started)
      await button(page, "Another PDF").click()
      await rows(page)
        .nth(version - 1)
        .waitFor()
      if (version === 2) break
      await page.keyboard.press("Escape")
      await send(page, "Regulars pay in the shop, everybody else pays online by card.")
      await page.getByRole("button", { name: "History (2)" }).waitFor()
      await openExport(page)
    }
    expect((await rows(page).allTextContents()).map((text) => /Version (\d)/.exec(text)?.[1])).toEqual(["2", "1"])
    const started = page.waitForEvent("download")
    await rows(page).nth(1).getByRole("link", { name: "Download: Version 1" }).click()
    const [, first] = await exportsOf(page)
    expect((await bytesOf(await started)).length).toBe(first?.sizeBytes)
  })

  test("closed meanwhile, the file comes all the same; offline, the page says so and takes up where it was", async () => {
    const { context, page } = await stage.visit({ forgives: FORGIVES })
    await beginExport(page)
    const held: (() => Promise<void>)[] = []
    await page.route("**/exports", (route) => {
      held.push(() => route.continue())
    })
    const started = page.waitForEvent("download")
    await button(page, "Download").click()
    await sheet(page).getByText("One moment…").waitFor()
    await page.keyboard.press("Escape")
    await Promise.all(held.map((go) => go()))
    expect(isPdf(await bytesOf(await started))).toBe(true)
    await page.unroute("**/exports")

    await openExport(page)
    if ((await button(page, "Another PDF").count()) > 0) await button(page, "Another PDF").click()
    await context.setOffline(true)
    await button(page, "Download").click()
    await sheet(page).getByRole("alert").getByText("We cannot be reached").waitFor()
    await context.setOffline(false)
    await connection(page, "Saved").waitFor({ state: "attached" })
    const later = page.waitForEvent("download")
    await button(page, "Download").click()
    await bytesOf(await later)
  })

  test("a sign that no font has keeps nobody from the file, and nothing of it survives deleting", async () => {
    const { page } = await stage.visit({ forgives: FORGIVES })
    await beginExport(page, "We sell \u{10FFFD} signs.\n- Every sign must be \u{E000} blue.")
    const file = page.waitForEvent("download")
    await button(page, "Download").click()
    expect((await bytesOf(await file)).subarray(0, 5).toString()).toBe("%PDF-")

    await page.keyboard.press("Escape")
    await choose(page, "Delete everything")
    await dialog(page, "Delete everything").getByRole("button", { name: "Delete for good" }).click()
    await page.getByRole("heading", { name: "Deleted" }).waitFor()
    expect(await page.evaluate<string>("JSON.stringify({ ...localStorage })")).not.toMatch(/exp_|wish/)
  })

  for (const [locale, said, pdf, download, ready, failed] of [
    [
      "de-DE",
      "Wir haben eine Bäckerei. Kunden sollen online bestellen.",
      "Als PDF",
      "Herunterladen",
      "Ihr PDF ist fertig",
      "ließ sich nicht zustellen",
    ],
    [
      "es-ES",
      "Tenemos una panadería. Los clientes deben pedir en línea.",
      "En PDF",
      "Descargar",
      "Su PDF está listo",
      "No hemos podido entregar",
    ],
    [
      "fr-FR",
      "Nous avons une boulangerie. Les clients doivent commander en ligne.",
      "En PDF",
      "Télécharger",
      "Votre PDF est prêt",
      "Nous n’avons pas pu remettre",
    ],
  ] as const)
    test(`speaks the conversation's language: ${locale}`, async () => {
      const { page } = await stage.visit({ locale })
      await beginDocument(page, said)
      await pdfButton(page).click()
      const own = page.getByRole("dialog", { name: pdf })
      const started = page.waitForEvent("download")
      await own.getByRole("button", { name: download, exact: true }).click()
      await bytesOf(await started)
      await own.getByRole("status").getByText(ready).waitFor()
      await page.keyboard.press("Escape")
      await pdfButton(page).click()
      await own
        .locator("[type=email]")
        .fill(`bounce+${newAddress().replace("@example.com", "")}@simulator.amazonses.com`)
      await page.keyboard.press("Enter")
      await own.getByRole("status").getByText(failed).waitFor()
      expect(await own.textContent()).not.toMatch(/\b(the|your|ready|version|sent|ask(ed)?)\b/i)
    })
})
