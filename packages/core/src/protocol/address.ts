import * as z from "zod/mini"
import { exactly } from "./typed.ts"

export const MAX_LENGTH = 254

/**
 * One mail address and nothing else: exactly one `@`, an ASCII local part without quotes, brackets, commas or controls, a domain of at
 * least two labels. What looks the same is the same; the full stop of a sentence behind it is none of it.
 */
export const Address = z
  .pipe(
    z.string().check(z.maxLength(4 * MAX_LENGTH)),
    z.transform((text: string) => exactly(text).replace(/\.$/, "")),
  )
  .check(z.refine(isAddress, "write one mail address, like ada@example.com"))

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const LABEL = /^[\p{L}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u

function isAddress(text: string): boolean {
  if (text.length > MAX_LENGTH) return false
  const [local = "", domain = "", ...rest] = text.split("@")
  if (rest.length > 0 || local.length > 64 || !LOCAL.test(local)) return false
  const labels = domain.split(".")
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? "")
}
