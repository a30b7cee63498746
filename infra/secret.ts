import { createHash } from "node:crypto"

/**
 * What CloudFront says to the API, so that the API can tell it from everybody else: the one before, the one in use and the next. The API
 * takes all three, so a rotation needs no order: raise the number and deploy.
 */
const ROTATION = 1

const said = (number: number) =>
  new random.RandomPassword(`OriginSecret${number}`, { length: 48, special: false }).result

const before = said(ROTATION - 1)
const next = said(ROTATION + 1)
export const originSecret = said(ROTATION)

/** SHA-256 of each: the API needs no more than that to recognise one. */
export const originSecretHashes = $resolve([before, originSecret, next]).apply((all) =>
  all.map((secret) => createHash("sha256").update(secret).digest("hex")).join(","),
)
