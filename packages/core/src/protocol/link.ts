import * as z from "zod/mini"
import * as Id from "../id.ts"
import { Address } from "./address.ts"
import * as Session from "./session.ts"
import { symbolsOf } from "./typed.ts"

export const ID = Id.schema("lnk")
export type ID = z.infer<typeof ID>

/** Without `sessionId`, or with that of a session the device may not see, the link opens the address's latest session. */
export const Request = z.strictObject({ email: Address, sessionId: z.optional(Session.ID) })
export type Request = z.infer<typeof Request>

const Token = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))

/** Without I, L, O and U, which are read as 1, 1, 0 and V. */
const SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** As people type it, with the letters that look like digits. */
const Code = z
  .pipe(
    z.string().check(z.maxLength(40)),
    z.transform((text: string) => symbolsOf(text).replace(/[IL]/g, "1").replace(/O/g, "0").replace(/U/g, "V")),
  )
  .check(z.regex(new RegExp(`^[${SYMBOLS}]{8}$`)))

/** `code` beside a token for another browser than the one that asked; with the address for one that has only the mail's text. */
export const Redeem = z.union([
  z.strictObject({ token: Token, code: z.optional(Code) }),
  z.strictObject({ email: Address, code: Code }),
])
export type Redeem = z.infer<typeof Redeem>

/** Eight symbols of five bits each, from the first five bytes. */
export function toCode(bytes: Uint8Array): string {
  const bits = [...bytes.subarray(0, 5)].reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return Array.from({ length: 8 }, (_, index) => SYMBOLS[Number((bits >> BigInt(35 - 5 * index)) & 31n)]).join("")
}

/** `XXXX-XXXX`, as it is printed. */
export const printed = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`
