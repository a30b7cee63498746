/** Writes into the box as a person would, so that its draft is kept and its height follows. */
export function fill(box: HTMLTextAreaElement | null, text: string) {
  if (!box) return
  box.value = text
  box.dispatchEvent(new Event("input", { bubbles: true }))
}

/** Before what has been written since. */
export const putBack = (box: HTMLTextAreaElement | null, text: string) => fill(box, joined(text, box?.value))

/** After what is there, and the focus stays where it is. */
export const putAfter = (box: HTMLTextAreaElement | null, text: string) => fill(box, joined(box?.value, text))

/** After what is there, and ready to be sent or changed. */
export function putIn(box: HTMLTextAreaElement | null, text: string) {
  putAfter(box, text)
  box?.focus()
  box?.setSelectionRange(box.value.length, box.value.length)
}

const joined = (...texts: (string | undefined)[]) => texts.filter(Boolean).join("\n\n")
