import { createHash } from "node:crypto"
import { rotating } from "./rotating.ts"

/** Raise it by one and deploy, to rotate what CloudFront says to the API. */
const ROTATION = 1

const { before, current, next } = rotating("OriginSecret", ROTATION)

/** What CloudFront says to the API, so that the API can tell it from everybody else. */
export const originSecret = current

/** SHA-256 of each: the API needs no more than that to recognise one. */
export const originSecretHashes = $resolve([before, current, next]).apply((all) =>
  all.map((secret) => createHash("sha256").update(secret).digest("hex")).join(","),
)
