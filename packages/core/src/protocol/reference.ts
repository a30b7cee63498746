import * as z from "zod/mini"
import { symbolsOf } from "./typed.ts"

/** 23 of them, a prime, none of which is read or heard as another. */
const SYMBOLS = "234679CDFGHJKMNPQRTVWXY"

/**
 * Seven random symbols and one that checks them: the sum of all by these weights is a multiple of 23. As 23 is prime and the weights all
 * differ, one wrong symbol, and any two that were swapped, give another sum.
 */
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1]

const FORM = new RegExp(`^SPEC-[${SYMBOLS}]{4}-[${SYMBOLS}]{4}$`)

/** `SPEC-K7MT-4XQ9`: what a submission is called from mouth to mouth. It opens nothing by itself. */
export const Reference = z.string().check(z.regex(FORM), z.refine(isSound, "look at each character again"))
export type Reference = z.infer<typeof Reference>

/** As people type it, with or without `SPEC`. Undefined when it is none, or mistyped. */
export function fromText(text: string): Reference | undefined {
  const symbols = symbolsOf(text).replace(/^SPEC/, "")
  return Reference.safeParse(printed(symbols)).data
}

/** The highest multiple of 23 in a byte: what lies above is drawn again, so that no symbol comes more often than another. */
const FAIR = 253

/** One of 23⁷, some three thousand million. Whoever stores it finds out whether it is taken. */
export function create(): Reference {
  const values: number[] = []
  while (values.length < 7) for (const byte of random(8)) if (byte < FAIR && values.length < 7) values.push(byte % 23)
  const check = (23 - (sum(values) % 23)) % 23
  return printed([...values, check].map((value) => SYMBOLS.charAt(value)).join(""))
}

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))

const printed = (symbols: string) => `SPEC-${symbols.slice(0, 4)}-${symbols.slice(4)}`

function isSound(reference: string): boolean {
  const symbols = reference.replace(/^SPEC|-/g, "")
  return sum([...symbols].map((symbol) => SYMBOLS.indexOf(symbol))) % 23 === 0
}

const sum = (values: number[]) => values.reduce((total, value, index) => total + value * (WEIGHTS[index] ?? 0), 0)
