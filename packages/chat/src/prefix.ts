/** The longest beginning of `text` within `maxBytes` of UTF-8 that does not split a surrogate pair. */
export function prefix(text: string, maxBytes: number): string {
  if (text.length * 3 <= maxBytes) return text
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(maxBytes))
  return text.slice(0, read)
}
