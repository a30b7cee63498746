import axe, { type RunOptions } from "axe-core"
import type { Page } from "playwright-core"
import { expect } from "vitest"

/** The rules about colours that hold in both themes; by their category, axe would add a stricter one. */
const COLOURS = { type: "rule" as const, values: ["color-contrast", "link-in-text-block"] }

/** The rules that are broken, and where. */
const broken = (page: Page, options: RunOptions) =>
  page.evaluate<string[]>(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + " at " + target.join(" "))))`)

/** What axe finds, in both widths and themes. A theme changes colours and nothing else, so the second is asked about those. */
export async function findings(page: Page): Promise<string[]> {
  const found: string[] = []
  if (!(await page.evaluate<boolean>(`"axe" in window`))) await page.evaluate(axe.source)
  for (const colorScheme of ["light", "dark"] as const)
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
      const options = { resultTypes: ["violations" as const], ...(colorScheme === "dark" && { runOnly: COLOURS }) }
      found.push(...(await broken(page, options)).map((one) => `${width} ${colorScheme}: ${one}`))
    }
  return found
}

/** The smallest target on the page that fingers cannot hit: what it is called, and its size, or its label's. */
const tooSmall = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll("button, a[href], input, summary")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".skip, p.kept") && !one.matches(".skip"))
    .map((one) => ({ name: one.textContent || one.getAttribute("aria-label") || one.type, box: (one.closest("label") ?? one).getBoundingClientRect() }))
    .filter(({ box }) => box.height < 44 || box.width < 44)
    .map(({ name, box }) => name + " " + box.width + "×" + box.height)`)

/** Axe, and the size of what is pressed. */
export async function expectFine(page: Page): Promise<void> {
  expect(await findings(page)).toEqual([])
  expect(await tooSmall(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
}
