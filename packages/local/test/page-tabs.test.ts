import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { answered, begin, box, note, send } from "./conversing.ts"

const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|WebSocket/

inBrowser("two tabs", (stage) => {
  test("that were closed with a first message each that never went out leave both to the next one", async () => {
    const { context, page } = await stage.visit({ forgives: NO_NETWORK })
    const second = await context.newPage()
    for (const tab of [page, second]) await tab.goto("/")
    await context.setOffline(true)
    await send(page, "We hire out boats.")
    await send(second, "We keep bees.")
    for (const tab of [page, second]) await note(tab, "Will be sent when you are back").waitFor()
    const third = await context.newPage()
    await page.close()
    await second.close()
    await context.setOffline(false)
    await third.goto("/")
    await expect.poll(() => box(third).inputValue()).toContain("We keep bees.")
    expect(await box(third).inputValue()).toContain("We hire out boats.")
  })

  test("of one conversation have a draft each: sending one leaves the other, and a closed one's goes to the next", async () => {
    const { context, page } = await stage.visit()
    await begin(page)
    const second = await context.newPage()
    await second.goto(page.url())
    await answered(second, 1)
    await box(page).fill("Written in the first")
    await box(second).fill("Written in the second")
    await page.reload()
    await answered(page, 1)
    expect(await box(page).inputValue()).toBe("Written in the first")
    await box(page).press("Enter")
    await answered(page, 2)
    await second.reload()
    await answered(second, 2)
    expect(await box(second).inputValue()).toBe("Written in the second")

    const address = second.url()
    await second.close()
    const third = await context.newPage()
    await third.goto(address)
    await expect.poll(() => box(third).inputValue()).toBe("Written in the second")
  })
})
