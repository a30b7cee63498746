import type { Page } from "playwright-core"

/** Every text that the element had since the page was loaded, one after the other; for an element that comes and goes, too. */
export async function record(page: Page, selector: string): Promise<() => Promise<string[]>> {
  const name = JSON.stringify(`recorded ${selector}`)
  // As text, because this package is compiled without a browser's types.
  await page.addInitScript({
    content: `{
      const texts = (window[${name}] = [])
      const look = () => {
        const text = document.querySelector(${JSON.stringify(selector)})?.textContent ?? ""
        if (text !== "" && text !== texts.at(-1)) texts.push(text)
      }
      new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    }`,
  })
  return () => page.evaluate<string[]>(`window[${name}]`)
}
