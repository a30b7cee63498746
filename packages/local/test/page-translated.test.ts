import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { answered, begin, send } from "./conversing.ts"

/** As Chrome does it: an element of its own, in another, takes the place of each text node, now and whenever the page writes a new one. */
const translate = (page: Page) =>
  page.evaluate(`{
    const replace = (node) => {
      if (node.nodeType !== 3 || !node.data.trim() || node.parentElement?.closest("font, textarea, script, style")) return
      const [outer, inner] = [document.createElement("font"), document.createElement("font")]
      inner.append("«" + node.data + "»")
      outer.append(inner)
      node.replaceWith(outer)
    }
    const within = (root) => {
      const walker = document.createTreeWalker(root, 4)
      const found = []
      while (walker.nextNode()) found.push(walker.currentNode)
      found.forEach(replace)
    }
    within(document.body)
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) node.nodeType === 3 ? replace(node) : within(node)
    }).observe(document.body, { childList: true, subtree: true })
  }`)

inBrowser("a page that the browser translates", (stage) => {
  test("goes on telling how things stand, and taking messages", async () => {
    const { context, page } = await stage.visit({ forgives: /ERR_INTERNET_DISCONNECTED|WebSocket/ })
    await begin(page)
    await translate(page)
    const word = page.locator(".connection-word")
    await expect.poll(() => word.textContent()).toBe("«Saved»")
    await context.setOffline(true)
    await expect.poll(() => word.textContent(), { timeout: 60_000 }).toMatch(/^«(?!Saved)/)
    await context.setOffline(false)
    await expect.poll(() => word.textContent(), { timeout: 60_000 }).toBe("«Saved»")
    await send(page, "Members can book boats for at most two hours.")
    await answered(page, 2)
    await page.locator(".beside").getByText("Members can book boats for at most two hours.").first().waitFor()
  })
})
