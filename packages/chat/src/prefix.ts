/** A long beginning of `text` that takes at most `maxBytes` of UTF-8 as JSON, quotes and escapes counted, and splits no surrogate pair. */
export function prefix(text: string, maxBytes: number): string {
  let beginning = text.slice(0, maxBytes)
  while (Buffer.byteLength(JSON.stringify(beginning)) > maxBytes)
    beginning = beginning.slice(0, Math.floor(beginning.length * 0.8))
  return beginning.isWellFormed() ? beginning : beginning.slice(0, -1)
}
