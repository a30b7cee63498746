const MAX_NAME = 60
/** Of a character that was cut. */
const HALF = /[\uD800-\uDBFF]$/

/** `bakery-orders-2026-11-21.json`; the day is the visitor's own. */
export function fileName(title: string, at: Date): string {
  const name = title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .slice(0, MAX_NAME)
    .replace(HALF, "")
    .replace(/^-|-$/g, "")
  const [year, month, day] = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  )
  return `${name || "spec-wizard"}-${year}-${month}-${day}.json`
}

/** Hands a text over to the browser's downloads. */
export function download(name: string, text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }))
  const link = document.createElement("a")
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000) // a slow disk may still be reading it
}
