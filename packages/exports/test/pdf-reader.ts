import { inflateSync } from "node:zlib"

/** What a program reads in one of our files: Typst writes every object plainly, one after the other. */
export class PdfReader {
  readonly #objects: ReadonlyMap<string, string>

  constructor(bytes: Uint8Array) {
    const file = Buffer.from(bytes).toString("latin1")
    this.#objects = new Map(
      [...file.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gms)].map(([, id = "", body = ""]) => [id, body]),
    )
  }

  get pages(): string[] {
    return this.#all(/\/Type \/Page\b(?!s)/).map((page) => this.#text(page))
  }

  get text(): string {
    return this.pages.join("\n")
  }

  /** In the order of the file, which is that of the document. */
  get outline(): string[] {
    return this.#all(/^<<\s*\/Parent \d+ 0 R[^>]*\/Title /).map((entry) =>
      string(/\/Title (\((?:\\.|[^\\)])*\)|<[^>]*>)/s.exec(entry)?.[1] ?? ""),
    )
  }

  /** Kinds of tag, each as often as it is there. */
  get tags(): string[] {
    return this.#all(/\/Type \/StructElem/).map((tag) => /\/S \/(\w+)/.exec(tag)?.[1] ?? "")
  }

  /** The only object of that type. */
  one(type: string): string {
    const [found, ...more] = this.#all(new RegExp(`/Type /${type}\\b`))
    if (found === undefined || more.length > 0)
      throw new Error(`${type} is there ${more.length + (found ? 1 : 0)} times`)
    return found
  }

  all(pattern: RegExp): string[] {
    return this.#all(pattern)
  }

  #all(pattern: RegExp): string[] {
    return [...this.#objects.values()].filter((body) => pattern.test(body))
  }

  #of(dictionary: string, key: string): string {
    const id = new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1]
    return (id && this.#objects.get(id)) ?? ""
  }

  #text(page: string): string {
    const resources = this.#of(page, "Resources") || page
    const fontList = /\/Font <<(.*?)>>/s.exec(resources)?.[1] ?? ""
    const fonts = new Map(
      [...fontList.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = "", id = ""]) => [
        name,
        letters(inflated(this.#of(this.#objects.get(id) ?? "", "ToUnicode"))),
      ]),
    )
    let font: ReadonlyMap<number, string> = new Map()
    let text = ""
    const content = inflated(this.#of(page, "Contents"))
    let isTold = false
    for (const { groups } of content.matchAll(TOKENS)) {
      const { font: name, actual, shown, end } = groups ?? {}
      if (name !== undefined) font = fonts.get(name) ?? new Map()
      if (actual !== undefined) text += string(actual)
      if (shown !== undefined && !isTold) text += decoded(bytesOf(shown), font)
      if (actual !== undefined) isTold = true
      if (end === "EMC") isTold = false
      if (end === "ET" && !isTold) text += "\n"
    }
    return text
  }
}

/** A font chosen, what the glyphs that follow stand for together, a string shown, the end of a piece of text or of what it stands for. */
const TOKENS = new RegExp(
  `/(?<font>\\w+) [\\d.]+ Tf|/ActualText (?<actual>${literal(4)}|<[0-9A-F]*>)|(?<shown>${literal(4)}|<[0-9A-F]*>)|\\b(?<end>ET|EMC)\\b`,
  "gis",
)

/** Parentheses in a string need no backslash where they come in pairs, which may lie in each other. */
function literal(depth: number): string {
  const inner = depth > 0 ? `|${literal(depth - 1)}` : ""
  return `\\((?:\\\\.|[^\\\\()]${inner})*\\)`
}

function inflated(stream: string): string {
  const start = stream.indexOf("stream\n")
  if (start < 0) return ""
  const length = Number(/\/Length (\d+)/.exec(stream)?.[1])
  const body = stream.slice(start + 7, start + 7 + length)
  return stream.includes("/FlateDecode") ? inflateSync(Buffer.from(body, "latin1")).toString("latin1") : body
}

/** A font's glyphs and what they stand for. */
function letters(cmap: string): Map<number, string> {
  const of = (hex: string) => utf16(Buffer.from(hex, "hex"))
  return new Map(
    [...cmap.matchAll(/^<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>$/gm)].map(([, glyph = "", text = ""]) => [
      Number.parseInt(glyph, 16),
      of(text),
    ]),
  )
}

function decoded(bytes: Buffer, font: ReadonlyMap<number, string>): string {
  let text = ""
  for (let at = 0; at + 1 < bytes.length; at += 2) text += font.get(bytes.readUInt16BE(at)) ?? ""
  return text
}

function bytesOf(literal: string): Buffer {
  if (literal.startsWith("<")) return Buffer.from(literal.slice(1, -1), "hex")
  const named: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" }
  const plain = literal
    .slice(1, -1)
    .replace(/\\(?:([0-7]{1,3})|(.))/gs, (_, octal: string | undefined, character = "") =>
      octal === undefined ? (named[character] ?? character) : String.fromCharCode(Number.parseInt(octal, 8)),
    )
  return Buffer.from(plain, "latin1")
}

function string(literal: string): string {
  const bytes = bytesOf(literal)
  return bytes[0] === 0xfe && bytes[1] === 0xff ? utf16(bytes.subarray(2)) : bytes.toString("latin1")
}

const utf16 = (bytes: Buffer): string => Buffer.from(bytes).swap16().toString("utf16le")
