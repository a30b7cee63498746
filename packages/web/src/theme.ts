import { keep } from "./storage.ts"

export type Theme = "light" | "dark"

const dark = matchMedia("(prefers-color-scheme: dark)")
const system = (): Theme => (dark.matches ? "dark" : "light")

export const theme = (): Theme => {
  const chosen = document.documentElement.dataset.theme
  return chosen === "light" || chosen === "dark" ? chosen : system()
}

/** Choosing what the system shows anyway lets the page follow the system again. `boot.js` reads the choice before the first paint. */
export function choose(wanted: Theme) {
  const choice = wanted === system() ? "" : wanted
  keep("theme", choice)
  if (choice) document.documentElement.dataset.theme = choice
  else delete document.documentElement.dataset.theme
}

export function onSystemTheme(listener: () => void): () => void {
  dark.addEventListener("change", listener)
  return () => dark.removeEventListener("change", listener)
}
