import { expect, test } from "vitest"
import { inBrowser } from "./browser.ts"
import { expectFine, findings } from "./findings.ts"
import { beginUnsorted, counted, together, unsortedLines } from "./page-unsorted.ts"

inBrowser("the page: what is not sorted yet, for everybody", ({ visit }) => {
  test("axe finds nothing, and fingers hit everything: at rest, unfolded, with lines ticked and one chosen from the list", async () => {
    const { page } = await visit()
    await beginUnsorted(
      page,
      "# Pasted\n\n- Purple evenings hum along the hedge.\n- Cinnamon mornings drift by.\n\nVelvet gates wobble at noon. Grandmother's clock purrs softly.",
    )
    await expectFine(page)
    await counted(page).locator("summary").click()
    expect(await findings(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    await page.getByRole("tab", { name: "Document" }).click()
    await page.getByRole("checkbox", { name: /^All/ }).check()
    await together(page).waitFor()
    await unsortedLines(page).first().getByRole("combobox").selectOption("A rule")
    await expectFine(page)
  })
})
