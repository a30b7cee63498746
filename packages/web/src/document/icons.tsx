import { Icon } from "../icon.tsx"

const stroke = { fill: "none", stroke: "currentColor", "stroke-width": "1.75" } as const

export const CheckIcon = () => (
  <Icon>
    <path d="M4 10.5l4 4 8-9" {...stroke} />
  </Icon>
)

export const PencilIcon = () => (
  <Icon>
    <path d="M4 16l.8-3.6L13 4.2l2.8 2.8-8.2 8.2zM11.2 6l2.8 2.8" {...stroke} />
  </Icon>
)

export const CrossIcon = () => (
  <Icon>
    <path d="M5 5l10 10M15 5L5 15" {...stroke} />
  </Icon>
)

export const LockIcon = () => (
  <Icon>
    <path d="M4.5 9h11v7.5h-11zM7 9V6.5a3 3 0 0 1 6 0V9" {...stroke} />
  </Icon>
)

export const UnlockIcon = () => (
  <Icon>
    <path d="M4.5 9h11v7.5h-11zM7 9V6.5a3 3 0 0 1 5.8-1" {...stroke} />
  </Icon>
)

/** A speech bubble with words in it: where a line was said. */
export const QuoteIcon = () => (
  <Icon>
    <path d="M3 4h14v9.5H9.5L6 16.5v-3H3zM6.5 7.5h7M6.5 10h4.5" {...stroke} />
  </Icon>
)
