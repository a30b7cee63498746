import { existsSync } from "node:fs"
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest"
import type { Env } from "../src/environment.ts"
import { type House, startHouse } from "../src/house.ts"
import { buildSite } from "../src/site-build.ts"
import { signal } from "./until.ts"

const { CHROMIUM_PATH, CI } = process.env
/** The shell first: the same browser without a window's trimmings, for half the CPU. */
const CANDIDATES = CHROMIUM_PATH
  ? [CHROMIUM_PATH]
  : ["chromium-headless-shell", "chromium", "chromium-browser"].map((name) => `/usr/bin/${name}`)
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** For somebody who wants no motion: without it nothing is drawn in between, which would cost more than all else on the page. */
const STILL: BrowserContextOptions = { reducedMotion: "reduce" }
/** As most people have it. */
export const MOVING: BrowserContextOptions = { reducedMotion: "no-preference" }

/** Longer than anything on the page takes; a test's own limit is longer still. */
const PATIENCE_MS = 60_000

export type Stage = {
  readonly house: House
  /** A person with a browser profile of their own. After each test everything that went wrong in theirs is an error. */
  visit(options?: BrowserContextOptions & { forgives?: RegExp }): Promise<Visitor>
  /**
   * Stops every process of replies, one in the middle of a word, an idle one before its next; what is returned lets it go on. Well within a
   * lease, nobody notices. For houses with `FREEZABLE` replies.
   */
  freeze(): () => void
}

/** Each in a process of its own, and slow enough to be met in the middle of a word. */
export const FREEZABLE: Env = { LOCAL_WORKERS: "process", GUIDED_TOKENS_PER_SECOND: "20" }

type Visitor = { context: BrowserContext; page: Page }

/** Tests of the built page in a real browser, on a house of their own; `env` are its settings. */
export function inBrowser(about: string, define: (stage: Stage) => void, env: Env = {}): void {
  const executablePath = CANDIDATES.find((path) => existsSync(path))
  if (executablePath === undefined) {
    const reason = `LEFT OUT: ${about}. There is no Chromium at ${CANDIDATES.join(" or ")}: set CHROMIUM_PATH.`
    if (CI) throw new Error(reason)
    console.warn(reason)
  }
  describe.runIf(executablePath !== undefined)(about, () => {
    let house: House
    let browser: Browser
    const visits: { context: BrowserContext; wrongs: string[] }[] = []

    beforeAll(async () => {
      await buildSite(console.info)
      house = await startHouse({ port: 0, env: { LIMIT_SCALE: "1000", GUIDED_TOKENS_PER_SECOND: "0", ...env } })
      browser = await chromium.launch({ ...(executablePath && { executablePath }), args: FLAGS })
    })
    afterEach(async () => {
      const wrongs = visits.flatMap((visit) => visit.wrongs)
      await Promise.all(visits.splice(0).map(({ context }) => context.close()))
      expect(wrongs).toEqual([])
    })
    afterAll(async () => {
      await browser?.close()
      await house?.stop()
    })

    define({
      get house() {
        return house
      },
      async visit({ forgives, ...given } = {}) {
        const context = await browser.newContext({ ...STILL, baseURL: house.url, locale: "en-GB", ...given })
        context.setDefaultTimeout(PATIENCE_MS)
        const wrongs: string[] = []
        visits.push({ context, wrongs })
        await watch(context, house.url, (wrong) => forgives?.test(wrong) || wrongs.push(wrong))
        return { context, page: await context.newPage() }
      },
      freeze() {
        const workers = house.workers("Reply")
        if (workers.length === 0) throw new Error("no reply runs in a process of its own")
        for (const { pid } of workers) signal(pid, "SIGSTOP")
        return () => {
          for (const { pid } of workers) signal(pid, "SIGCONT")
        }
      },
    })
  })
}

/** What no page of ours may do: complain, ask with a dialog, break its content policy, or turn to another host. */
async function watch(context: BrowserContext, origin: string, report: (wrong: string) => void): Promise<void> {
  const foreign = (url: string) => new URL(url).host !== new URL(origin).host && !/^(data|blob|about):/.test(url)
  const asked = (url: string) => foreign(url) && report(`asked another host: ${url}`)
  await context.addInitScript({
    content: `addEventListener("securitypolicyviolation", (e) => console.error("CSP: " + e.violatedDirective + " " + e.blockedURI))`,
  })
  context.on("request", (request) => asked(request.url()))
  context.on("weberror", (error) => report(`uncaught: ${error.error().message}`))
  context.on("console", (line) => line.type() === "error" && report(`console: ${line.text()}`))
  context.on("dialog", (dialog) => {
    report(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on("page", (page) => page.on("websocket", (socket) => asked(socket.url())))
}
