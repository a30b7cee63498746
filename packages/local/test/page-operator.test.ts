import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { answered, begin } from "./conversing.ts"
import { hasFocus } from "./page-document.ts"
import { placesOf } from "./page-key.ts"
import { REFUSED } from "./page-link.ts"
import {
  listed,
  mark,
  message,
  openOne,
  question,
  rows,
  signIn,
  signInButton,
  status,
  tokenField,
} from "./page-operator.ts"
import { change, lookup, OPERATOR_TOKEN, OPERATOR_TOKEN_HASH, operator, submissionOf, submitted } from "./submitting.ts"

const FORGIVES = new RegExp(`${REFUSED.source}|status of 410|ERR_INTERNET_DISCONNECTED`)
const MARKUP = "From 12,000 euros.\n<b>By Easter</b>"

inBrowser(
  "the page: the operator's",
  (stage) => {
    const month = () => new Date().toISOString().slice(0, 7)
    const detailsOf = async (reference: string) =>
      ((await operator(stage.house, "GET", `/${reference}`)).body as { submission: { messages: unknown[] } }).submission // the route's answer

    test("a wrong token opens nothing, the right one the running month; neither is written down", async () => {
      const { page } = await stage.visit({ forgives: REFUSED })
      for (const wrong of [`${OPERATOR_TOKEN}x`, "schlüssel", "two words"]) {
        await signIn(page, { token: wrong })
        await page.getByRole("alert").getByText("That is not the operator’s token.").waitFor()
        expect(await hasFocus(tokenField(page))).toBe(true)
        expect(await placesOf(page, wrong)).toEqual([])
      }
      await tokenField(page).fill(`  ${OPERATOR_TOKEN}\n`)
      await signInButton(page).click()
      await page.getByRole("heading", { level: 1, name: String(new Date().getUTCFullYear()) }).waitFor()
      expect(await hasFocus(page.getByRole("heading", { level: 1 }))).toBe(true)
      expect(await placesOf(page, OPERATOR_TOKEN)).toEqual([])
      await page.reload()
      await tokenField(page).waitFor()
    })

    test("it is kept for one tab, and only when that was asked for; signing out forgets it", async () => {
      const { context, page } = await stage.visit()
      await signIn(page, { at: "#figures", keep: true })
      await page.getByRole("heading", { level: 1, name: "Figures" }).waitFor()
      expect(await placesOf(page, OPERATOR_TOKEN)).toEqual(["sessionStorage"])
      await page.reload()
      await page.getByRole("heading", { level: 1, name: "Figures" }).waitFor()
      const tab = await context.newPage()
      await tab.goto("/operator")
      await tokenField(tab).waitFor()
      await page.getByRole("button", { name: "Sign out" }).click()
      await tokenField(page).waitFor()
      expect(await placesOf(page, OPERATOR_TOKEN)).toEqual([])
      expect(new URL(page.url()).hash).toBe("")
      await page.reload()
      await tokenField(page).waitFor()
    })

    test("without a network it says so, and the token stays in its field", async () => {
      const { context, page } = await stage.visit({ forgives: FORGIVES })
      await page.goto("/operator")
      await tokenField(page).fill(OPERATOR_TOKEN)
      await context.setOffline(true)
      await signInButton(page).click()
      await page.getByRole("alert").getByText("We cannot be reached right now").waitFor()
      await context.setOffline(false)
      await signInButton(page).click()
      await page.getByRole("navigation", { name: "Which ones" }).waitFor()
      await context.setOffline(true)
      await page.getByRole("link", { name: "Figures" }).click()
      await page.getByRole("alert").getByText("We cannot be reached right now").waitFor()
      await context.setOffline(false)
      await page.getByRole("link", { name: "Submissions" }).click()
      await page.getByRole("button", { name: "Try again" }).waitFor({ state: "hidden" })
    })

    test("the list is the month's, newest first, page by page; a status picks from it, and back and reload know which", async () => {
      const references: string[] = []
      for (let count = 0; count < 3; count++) references.unshift((await submitted(stage.house)).reference)
      const [newest = "", reviewed = "", oldest = ""] = references
      await change(stage.house, reviewed, { status: "reviewed" })
      const { page } = await stage.visit()
      await page.route("**/v1/operator/submissions?*limit=25*", (route) =>
        route.continue({ url: route.request().url().replace("limit=25", "limit=2") }),
      )
      await signIn(page, { keep: true })
      await expect.poll(() => listed(page)).toEqual([newest, reviewed])
      await page.getByText("2 so far, newest first").waitFor()
      const more = page.getByRole("button", { name: "Show more" })
      await more.click()
      await expect.poll(async () => (await listed(page)).slice(0, 3)).toEqual(references)
      while (await more.isVisible()) {
        const before = await rows(page).count()
        await more.click()
        await expect.poll(() => rows(page).count()).toBeGreaterThan(before)
      }
      await rows(page).filter({ hasText: oldest }).getByText("Received").waitFor()

      await page.getByRole("link", { name: "Reviewed" }).click()
      await expect.poll(() => listed(page)).toEqual([reviewed])
      expect(page.url()).toMatch(new RegExp(`#${month()}/reviewed$`))
      expect(await hasFocus(page.getByRole("link", { name: "Reviewed" }))).toBe(true)
      await page.reload()
      await expect.poll(() => listed(page)).toEqual([reviewed])
      await rows(page).getByRole("link").click()
      await page.getByText("Mark as quoted").waitFor()
      await page.goBack()
      await expect.poll(() => listed(page)).toEqual([reviewed])
      await page.goBack()
      await expect.poll(() => rows(page).count()).toBe(2)

      await page.goto("/operator#2020-02/closed")
      await page.getByText("Nothing of February 2020 is closed.").waitFor()
      await page.getByRole("link", { name: "January 2020" }).click()
      await page.getByText("Nothing of January 2020 is closed.").waitFor()
      await page.getByRole("link", { name: "All", exact: true }).click()
      await page.getByText("Nothing was submitted in January 2020.").waitFor()
    })

    test("one shows who, what and since when: the document as it was sent, with its marks and the words it was made of", async () => {
      const { reference, jar, sessionId, email } = await submitted(stage.house, {
        more: { company: "Analytical <i>Bakers</i>", budget: "10,000" },
      })
      await change(stage.house, reference, { status: "reviewed", message: MARKUP })
      await jar.call("POST", `/v1/sessions/${sessionId}/specification/operations`, {
        baseVersion: 1,
        operations: [{ op: "retire", id: "CTX-1" }],
      })
      const { page } = await stage.visit()
      await openOne(page, reference.toLowerCase())
      for (const text of ["Ada Lovelace", email, "Analytical <i>Bakers</i>", "10,000"])
        await page.locator(".contact-facts").getByText(text, { exact: true }).waitFor()
      await page.getByText("Not verified: nobody has shown yet").waitFor()
      expect(await page.locator("blockquote").allTextContents()).toEqual([MARKUP])
      const summary = page.locator(".line").filter({ hasText: "CTX-1" })
      await summary.getByText("We run a bakery").waitFor()
      await summary.getByText("you said").waitFor()
      await page.getByRole("checkbox", { name: "Show the words" }).check()
      await summary.locator("blockquote").getByText("We run a bakery").waitFor()
      expect(await page.locator(".submitted-document").getByRole("button").count()).toBe(0)
      await page.getByText(/^What is missing \(\d+\)$/).click()
      await page.locator(".submitted-document").getByText("What should get better?").waitFor()
      await page.getByText("History (2)").click()
      await page.getByText("Operator moved it from received to reviewed").waitFor()
      await page.getByText("Operator read it").waitFor()
    })

    test("marked as quoted with a word, it is, and its submitter hears of it", async () => {
      const { reference, jar, email } = await submitted(stage.house)
      const { page } = await stage.visit()
      await openOne(page, reference)
      await page.getByRole("radio", { name: "Quoted" }).check()
      await page.getByText(`${email} gets a mail that says, in their language: “There is an offer for it.”`).waitFor()
      await message(page).fill(MARKUP)
      const mail = stage.house.mailbox.next(email)
      await mark(page, "Mark as quoted").dblclick()
      const news = page.getByText(`It is quoted now. A mail goes to ${email}.`)
      await news.waitFor()
      await expect.poll(() => hasFocus(news)).toBe(true)
      expect(await status(page).textContent()).toBe("Quoted")
      expect(await page.getByRole("radio").count()).toBe(1)
      expect(await message(page).inputValue()).toBe("")
      expect((await mail).text).toContain("There is an offer for it.")
      expect(submissionOf(await lookup(jar, reference, email))).toMatchObject({ status: "quoted", message: MARKUP })
      expect((await detailsOf(reference)).messages).toHaveLength(1)

      await mark(page, "Close it").click()
      await page.getByText("It is closed. Nothing is left to be done.").waitFor()
      expect(await page.getByRole("textbox").count()).toBe(0)
    })

    test("a question stands in the conversation and in what was said; an empty one is not sent", async () => {
      const { reference, jar, sessionId, email } = await submitted(stage.house)
      const { page } = await stage.visit()
      await openOne(page, reference)
      await mark(page, "Ask").click()
      await page.getByText("Write the question first.").waitFor()
      expect(await hasFocus(question(page))).toBe(true)
      await question(page).fill("How many cakes is that in a week?\nAnd at Easter?")
      await page.getByRole("link", { name: "Figures" }).click()
      await page.goBack()
      await mark(page, "Ask").click()
      await page.getByText(`Your question is in the conversation. A mail goes to ${email}.`).waitFor()
      expect(await page.locator("blockquote").allTextContents()).toEqual([
        "How many cakes is that in a week?\nAnd at Easter?",
      ])
      expect(await status(page).textContent()).toBe("Received")
      expect((await jar.call("GET", `/v1/sessions/${sessionId}/messages`)).text).toContain("And at Easter?")
    })

    test("who was overtaken sees how it stands now, has sent nothing, and can send the same words after all", async () => {
      const { reference, jar, email } = await submitted(stage.house)
      const { page } = await stage.visit({ forgives: REFUSED })
      await openOne(page, reference)
      await message(page).fill("We are on it.")
      await change(stage.house, reference, { status: "reviewed", message: "Somebody else's." })
      await mark(page, "Mark as reviewed").click()
      await page.getByRole("alert").getByText("Somebody changed it meanwhile").waitFor()
      expect(await status(page).textContent()).toBe("Reviewed")
      expect(await message(page).inputValue()).toBe("We are on it.")
      expect(submissionOf(await lookup(jar, reference, email))).toMatchObject({ message: "Somebody else's." })
      await mark(page, "Mark as quoted").click()
      await page.getByText("It is quoted now.").waitFor()
      expect(submissionOf(await lookup(jar, reference, email))).toMatchObject({
        status: "quoted",
        message: "We are on it.",
      })
    })

    test("what was erased says so, also to whoever has it open", async () => {
      const { reference, jar, sessionId } = await submitted(stage.house)
      const { page } = await stage.visit({ forgives: FORGIVES })
      await openOne(page, reference)
      await message(page).fill("We are on it.")
      expect((await jar.call("DELETE", `/v1/sessions/${sessionId}`)).status).toBe(204)
      await mark(page, "Mark as reviewed").click()
      await page.getByText("Its submitter has deleted it.").waitFor()
      expect(await page.getByRole("button", { name: /Mark|Ask|PDF/ }).count()).toBe(0)
      expect(await page.textContent("main")).not.toContain("Lovelace")
      await page.getByRole("link", { name: /^All of/ }).click()
      await rows(page).filter({ hasText: reference }).getByText("Erased by its submitter").waitFor()
    })

    test("a reference that nobody has is told in a sentence", async () => {
      const { page } = await stage.visit({ forgives: REFUSED })
      await signIn(page, { at: "#SPEC-2222-2222" })
      await page.getByRole("alert").getByText("There is no submission with this reference.").waitFor()
    })

    test("visitors load nothing of it, and it speaks English to everybody", async () => {
      const { page } = await stage.visit({ locale: "de-DE" })
      const loaded: Promise<string>[] = []
      page.on("response", (response) => {
        // Of a page that was left meanwhile the body is gone.
        if (/\.(js|css)$/.test(new URL(response.url()).pathname)) loaded.push(response.text().catch(() => ""))
      })
      const has = async (words: string) => (await Promise.all(loaded)).some((text) => text.includes(words))
      await begin(page, "Wir betreiben eine Bäckerei.")
      await answered(page, 1)
      await page.locator(".line").first().waitFor({ state: "attached" })
      await page.goto("/status")
      await page.getByRole("textbox").first().waitFor()
      for (const ours of ["operator/metrics", "operator/submissions", "Operator token", ".submission-link"])
        expect(await has(ours), ours).toBe(false)
      await page.goto("/operator")
      await tokenField(page).waitFor()
      expect(await has("operator/metrics")).toBe(true)
      expect(await page.locator("html").getAttribute("lang")).toBe("en")
      expect(await page.getByRole("banner").textContent()).not.toMatch(/Farben|dunkel/i)
    })
  },
  { OPERATOR_TOKEN_HASH },
)
