import { closeSync, openSync, readSync } from "node:fs"
import { fontsFor } from "./scripts.ts"

/** Which characters fonts have, as their own tables say. A font is asked when those before it have not all, and once. */
export class Glyphs {
  readonly #fonts: readonly string[]
  readonly #tables = new Map<string, Buffer>()

  constructor(fonts: readonly string[]) {
    this.#fonts = fonts
  }

  /**
   * Characters that certainly cannot be shown. Of marks, of what falls apart into other characters, and of signs that others stand in for, only
   * setting them can tell.
   */
  missingIn(text: string): Set<string> {
    const left = new Set<string>(text.normalize("NFC").match(CERTAIN))
    for (const one of left) if (one.normalize("NFD") !== one) left.delete(one)
    for (const font of fontsFor(text, this.#fonts)) {
      if (left.size === 0) break
      const table = this.#tableOf(font)
      for (const one of left) if (hasGlyph(table, one.codePointAt(0) ?? 0)) left.delete(one)
    }
    return left
  }

  #tableOf(font: string): Buffer {
    const known = this.#tables.get(font) ?? cmapOf(font)
    this.#tables.set(font, known)
    return known
  }
}

const CERTAIN = /(?![\p{ASCII}\p{Default_Ignorable_Code_Point}])[\p{L}\p{N}\p{S}\p{Co}\p{Cn}]/gu

/** A font's table of characters; of the rest, which may have megabytes, nothing is read. @see https://learn.microsoft.com/typography/opentype/spec/cmap */
function cmapOf(font: string): Buffer {
  const file = openSync(font, "r")
  try {
    const read = (at: number, length: number) => {
      const bytes = Buffer.alloc(length)
      readSync(file, bytes, 0, length, at)
      return bytes
    }
    const tables = read(12, 16 * read(0, 12).readUInt16BE(4))
    const entry = tables.indexOf("cmap")
    return entry < 0 ? Buffer.alloc(4) : read(tables.readUInt32BE(entry + 8), tables.readUInt32BE(entry + 12))
  } finally {
    closeSync(file)
  }
}

/** In any of its subtables: that of all planes, and that of the first one. */
function hasGlyph(table: Buffer, character: number): boolean {
  for (let entry = 4; entry < 4 + 8 * table.readUInt16BE(2); entry += 8) {
    const at = table.readUInt32BE(entry + 4)
    const format = table.readUInt16BE(at)
    if (format === 12 && isInGroups(table, at, character)) return true
    if (format === 4 && isInSegments(table, at, character)) return true
  }
  return false
}

function isInGroups(table: Buffer, at: number, character: number): boolean {
  const endOf = (group: number) => table.readUInt32BE(at + 20 + 12 * group)
  const count = table.readUInt32BE(at + 12)
  const group = firstNotBelow(count, endOf, character)
  return group < count && table.readUInt32BE(at + 16 + 12 * group) <= character
}

function isInSegments(table: Buffer, at: number, character: number): boolean {
  const width = table.readUInt16BE(at + 6)
  const segment = firstNotBelow(width / 2, (one) => table.readUInt16BE(at + 14 + 2 * one), character)
  if (segment >= width / 2) return false
  // Four rows of one number a segment: ends, and after two bytes of padding starts, differences, and distances to lists.
  const place = (row: number) => at + 16 + row * width + 2 * segment
  const start = table.readUInt16BE(place(1))
  if (start > character) return false
  const distance = table.readUInt16BE(place(3))
  if (distance === 0) return ((character + table.readUInt16BE(place(2))) & 0xffff) !== 0
  return table.readUInt16BE(place(3) + distance + 2 * (character - start)) !== 0
}

/** By halves: the ends grow. */
function firstNotBelow(count: number, endOf: (index: number) => number, character: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (endOf(middle) < character) low = middle + 1
    else high = middle
  }
  return low
}
