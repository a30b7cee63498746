import { ThemeIcon } from "../icon.tsx"
import type { Words } from "../words/wording.ts"
import { useTheme } from "./use-theme.ts"

export function ThemeButton({ words }: { words: Words }) {
  const { label, toggle } = useTheme(words)
  return (
    <button type="button" class="tool" aria-label={label} title={label} onClick={toggle}>
      <ThemeIcon />
    </button>
  )
}
