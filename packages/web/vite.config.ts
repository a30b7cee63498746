import { defineConfig, type Plugin } from "vite"
import { type Language, languages, words } from "./src/words/words.ts"

export default defineConfig({
  plugins: [firstPaint()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    // The page's CSP allows no inline script and no data: script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { input: ["index.html", "404.html"] },
  },
})

/**
 * Prints the words of the first paint into the documents, in every language: `boot.js` names the language before anything is painted and
 * the style sheet shows only that one. So no visitor sees English for a moment, and the words stand in one place.
 */
function firstPaint(): Plugin {
  return {
    name: "first-paint",
    transformIndexHtml: (html) =>
      html.replace(/%(\w+)%/g, (_, name: string) => languages.map((language) => span(language, name)).join("")),
  }
}

function span(language: Language, name: string): string {
  const { first, send, hint, missing, unexpected } = words[language]
  const notFound = { missing: missing.heading, missingText: missing.text, missingStart: missing.start }
  const unloaded = { wrong: `${unexpected.heading}.`, reload: unexpected.reload }
  const text = Object.entries({ ...first, send, keys: hint.keys, ...notFound, ...unloaded }).find(
    ([key]) => key === name,
  )?.[1]
  if (text === undefined) throw new Error(`the page asks for %${name}%, which is not among the words`)
  return `<span class="in" lang="${language}">${text}</span>`
}
