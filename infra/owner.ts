/**
 * Who is told of submissions: one address, or nobody. What stands in a `.env` for this machine alone, `owner@localhost`, would be mailed to
 * in vain.
 * @throws {Error} of one line, for whoever deploys
 */
export function ownerEmailOf(given = ""): string {
  const address = given.trim()
  if (address !== "" && !/^[^\s<>@,]+@[^\s<>@,]+\.[^\s<>@,.]+$/.test(address))
    throw new Error("OWNER_EMAIL is not usable: write one address, like ada@example.com.")
  return address
}

/**
 * The SHA-256 of the token that opens the owner's side, or nothing. A token given in its place is refused, and not repeated.
 * @throws {Error} of one line, for whoever deploys
 */
export function operatorTokenHashOf(given = ""): string {
  const hash = given.trim()
  if (hash !== "" && !/^[0-9a-f]{64}$/.test(hash))
    throw new Error(
      "OPERATOR_TOKEN_HASH is not usable: write the token's SHA-256, 64 hexadecimal digits in lower case.",
    )
  return hash
}
