import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser, MOVING, type Stage } from "./browser.ts"
import {
  answered,
  answers,
  BRIEF,
  begin,
  box,
  choices,
  connection,
  FINISH,
  said,
  send,
  shown,
  stored,
  words,
} from "./conversing.ts"
import { record } from "./recorder.ts"

const HOSTILE = [
  'We sell <b>cakes</b> & "bread" <img src=x onerror=alert(1)> to at most 150 people a day.',
  "<script>alert(2)</script> <svg onload=alert(3)> <iframe src=https://evil.example></iframe>",
  "[our shop](javascript:alert(4)) ![photo](https://evil.example/cake.png) [a bargain](https://evil.example/a)",
  "<https://evil.example/b> \u202Egnp.ekac\u202C \u2066left\u2069 &lt;script&gt;",
].join("\n")

/** Neither the visitor's nor the wizard's text becomes an element, but for links to other sites, which are kept at arm's length. */
async function expectHarmless(page: Page): Promise<void> {
  const log = page.getByRole("log")
  expect(await log.locator("img, script, svg, iframe, b, [onerror], [onload], [style]").count()).toBe(0)
  for (const link of await log.locator("a").all()) {
    expect(await link.getAttribute("href")).toMatch(/^https:\/\/evil\.example\//)
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer nofollow")
  }
}

/** The frame, with this as the text of each message of the wizard in it. */
function withWizardSaying(text: string, frame: string): string {
  return JSON.stringify(
    JSON.parse(frame, (_, value) => (value?.role === "wizard" && "text" in value ? { ...value, text } : value)),
  )
}

/** At the pace at which it is read. */
const WRITING = { GUIDED_TOKENS_PER_SECOND: "60" }

const define = ({ visit }: Stage) => {
  test("answers a first visit as it writes, gives the conversation an address, and sends a tapped choice", async () => {
    const { context, page } = await visit(MOVING)
    const growing = await record(page, "article.writing .prose")
    await page.goto("/")
    expect(new URL(page.url()).pathname).toBe("/")
    await box(page).fill(BRIEF)
    await page.getByRole("button", { name: "Send" }).click()
    await page.waitForURL(/\/s\/ses_[0-9A-Z]{26}$/)
    await answered(page, 1)
    const steps = (await growing()).map(words)
    expect(steps.length).toBeGreaterThan(2)
    for (const [index, step] of steps.entries()) expect(step.startsWith(steps[index - 1] ?? "")).toBe(true)

    expect(await choices(page).count()).toBeGreaterThanOrEqual(2)
    await choices(page).first().click()
    await answered(page, 2)
    await connection(page, "Saved").waitFor()
    const messages = await stored(context, page)
    expect(messages.map(({ role }) => role)).toEqual(["visitor", "wizard", "visitor", "wizard"])
    expect(await shown(page)).toEqual(messages.map(({ text }) => words(text)))
  })

  test("an example can be taken over, and a visit alone leaves nothing on the server", async () => {
    const { context, page } = await visit(MOVING)
    await page.goto("/")
    await page.getByRole("button", { name: /bakery/ }).click()
    expect(await box(page).inputValue()).toContain("bakery")
    expect(await context.cookies()).toEqual([])
  })

  test("no script and no element of the page ever has the token", async () => {
    const { context, page } = await visit()
    await begin(page)
    await page.reload()
    await answered(page, 1)
    const [cookie, ...others] = await context.cookies()
    expect(others).toEqual([])
    expect(cookie).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: "Lax",
      value: expect.stringMatching(/.{43}/),
    })
    const readable = await page.evaluate<string>(`(async () => JSON.stringify([
      document.cookie, { ...localStorage }, { ...sessionStorage }, history.state, location.href,
      await indexedDB.databases(), await caches.keys(), document.documentElement.outerHTML,
    ]))()`)
    expect(readable).toContain("spec-wizard.last") // it does read the storage
    expect(readable).not.toContain(cookie?.value)
  })

  test("is heard through one polite region: that it answers, then the whole answer once", async () => {
    const { context, page } = await visit()
    const heard = await record(page, "[role=status]")
    await begin(page)
    await choices(page).first().waitFor()
    expect(await page.locator("[aria-live=polite], [role=status]").count()).toBe(2) // the other one is the document's
    expect(await page.getByRole("log").getAttribute("aria-live")).toBe("off")
    const [, answer] = await stored(context, page)
    const labels = await choices(page).allInnerTexts()
    const whole = `${answer?.text} Suggested answers: ${labels.join(", ")}`
    expect((await heard()).map(words)).toEqual(["Answering…", words(whole)])

    await page.reload()
    await answered(page, 1)
    await connection(page, "Saved").waitFor()
    expect(await heard()).toEqual([]) // history is not news
  })

  test("shows hostile text as text, the visitor's and what the wizard repeats of it", async () => {
    const { context, page } = await visit()
    await begin(page, HOSTILE)
    await send(page, FINISH)
    await answered(page, 2)
    await page.reload()
    await answered(page, 2)

    const [first] = await stored(context, page)
    expect(first?.text).toBe(HOSTILE.replace(/\p{Bidi_Control}/gu, ""))
    expect(await said(page).first().textContent()).toBe(first?.text)
    expect(await page.title()).toContain("<b>cakes</b>")
    await expectHarmless(page)
    // Requests to other hosts, dialogs and violations of the content policy are errors of every visit.
  })

  test("shows hostile text as text, even from a model; a link says where it leads", async () => {
    const { context, page } = await visit()
    await context.routeWebSocket(/\/ws$/, (socket) => {
      const server = socket.connectToServer()
      server.onMessage((frame) => socket.send(withWizardSaying(HOSTILE, String(frame))))
    })
    await begin(page)
    await page.getByRole("log").getByText("our shop").last().waitFor()
    const text = await answers(page).first().textContent()
    for (const kept of ["<img src=x onerror=alert(1)>", "<b>cakes</b>", "<script>alert(2)</script>"])
      expect(text).toContain(kept)
    await expectHarmless(page)
    expect(text).toContain("a bargain (evil.example)")
  })

  test("is served under a content policy that allows no inline and no foreign code", async () => {
    const { page } = await visit({ forgives: /CSP|Content Security Policy/ }) // what is tried below is refused aloud
    const answer = await page.goto("/")
    const policy = answer?.headers()["content-security-policy"] ?? ""
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    await expect(page.evaluate(`import("data:text/javascript,1")`)).rejects.toThrow()
    await expect(page.addScriptTag({ content: "window.injected = true" })).rejects.toThrow(/Content Security Policy/i)
  })
}

inBrowser("the page: a conversation", define, WRITING)
