const steps: Partial<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 }

/**
 * In the conversation, ← and → go from one quoted stretch to the next, so that long messages put nothing in the way of Tab. From the
 * conversation itself, ← goes to the latest one. True when the key was one of them and there was somewhere to go.
 */
export function walkWords(conversation: HTMLElement, event: KeyboardEvent): boolean {
  const step = steps[event.key]
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  const words = [...conversation.querySelectorAll("mark")]
  const at = words.findIndex((mark) => mark === event.target)
  if (at < 0 && event.target !== conversation) return false
  const next = at < 0 ? (step < 0 ? words.at(-1) : words[0]) : words[at + step]
  next?.focus()
  if (next) event.preventDefault()
  return next !== undefined
}
