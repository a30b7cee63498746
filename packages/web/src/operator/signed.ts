import type { Operator } from "@spec-wizard/client"
import { createContext } from "preact"
import { useContext } from "preact/hooks"

type Signed = { operator: Operator; signOut: () => void }

export const SignedContext = createContext<Signed | undefined>(undefined)

/** Only below the sign-in. */
export function useSigned(): Signed {
  const signed = useContext(SignedContext)
  if (!signed) throw new Error("nobody is signed in")
  return signed
}
