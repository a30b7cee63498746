import { useEffect, useState } from "preact/hooks"
import { choose, onSystemTheme, theme } from "../theme.ts"
import type { Words } from "../words/wording.ts"

/** The way to the other theme; `label` says which one that is. */
export function useTheme(words: Words): { label: string; toggle: () => void } {
  const [shown, setShown] = useState(theme)
  useEffect(() => onSystemTheme(() => setShown(theme())), [])
  const other = shown === "dark" ? "light" : "dark"
  const toggle = () => {
    choose(other)
    setShown(other)
  }
  return { label: other === "dark" ? words.themeDark : words.themeLight, toggle }
}
