import { AxeBuilder } from "@axe-core/playwright"
import type { Page } from "playwright-core"

/** What axe finds, in both widths and themes: the rule and where. */
export async function findings(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
      const axe = new AxeBuilder({ page }).setLegacyMode() // without frames it finds the same, and opens no second page
      const { violations } = await axe.analyze()
      for (const { id, nodes } of violations)
        found.push(...nodes.map(({ target }) => `${width} ${colorScheme}: ${id} at ${target.join(" ")}`))
    }
  return found
}
