import type { ComponentChildren } from "preact"

/** Beside words, never instead of them: the name a screen reader hears is the button's. */
export function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

export const StopIcon = () => (
  <Icon>
    <rect x="5" y="5" width="10" height="10" rx="1.5" fill="currentColor" />
  </Icon>
)

export const DownIcon = () => (
  <Icon>
    <path d="M10 4v11M5 10.5l5 5 5-5" fill="none" stroke="currentColor" stroke-width="2" />
  </Icon>
)

export const ThemeIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="6.5" fill="none" stroke="currentColor" stroke-width="2" />
    <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />
  </Icon>
)

export const KeysIcon = () => (
  <Icon>
    <rect x="1.5" y="4.5" width="17" height="11" rx="2" fill="none" stroke="currentColor" stroke-width="1.75" />
    <path d="M5 8.2h1M9.5 8.2h1M14 8.2h1M6 11.8h8" stroke="currentColor" stroke-width="1.75" />
  </Icon>
)

export const SentIcon = () => (
  <Icon>
    <path d="M4 10.5l4 4 8-9" fill="none" stroke="currentColor" stroke-width="2" />
  </Icon>
)

export const MoreIcon = () => (
  <Icon>
    <g fill="currentColor">
      <circle cx="4" cy="10" r="1.75" />
      <circle cx="10" cy="10" r="1.75" />
      <circle cx="16" cy="10" r="1.75" />
    </g>
  </Icon>
)
