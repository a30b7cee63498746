import { createOperator, type Operator } from "@spec-wizard/client"
import { useMemo, useState } from "preact/hooks"
import "../style/dialog.css"
import "../style/operator.css"
import { Header } from "../header.tsx"
import { ThemeButton } from "../tools/theme-button.tsx"
import { operatorWords } from "../words/operator.ts"
import type { Words } from "../words/wording.ts"
import { Desk } from "./desk.tsx"
import { forgetDrafts } from "./drafts.ts"
import { SignIn } from "./sign-in.tsx"
import { SignedContext } from "./signed.ts"
import { dropToken, keptToken } from "./token.ts"

/** For the owner of the service alone. */
export function OperatorPage({ words }: { words: Words }) {
  const [operator, setOperator] = useState<Operator | undefined>(() => {
    const token = keptToken()
    return token ? createOperator({ baseUrl: "", token }) : undefined
  })
  const [hasEntered, setHasEntered] = useState(false)
  const signOut = () => {
    dropToken()
    forgetDrafts()
    history.replaceState(null, "", location.pathname)
    setOperator(undefined)
  }
  const signed = useMemo(() => operator && { operator, signOut }, [operator])
  return (
    <>
      <Header words={words}>
        {signed && (
          <button type="button" class="button quiet" onClick={signOut}>
            {operatorWords.signOut}
          </button>
        )}
        <ThemeButton words={words} />
      </Header>
      {signed ? (
        <SignedContext.Provider value={signed}>
          <Desk hasEntered={hasEntered} />
        </SignedContext.Provider>
      ) : (
        <SignIn
          onEnter={(operator) => {
            setHasEntered(true)
            setOperator(operator)
          }}
        />
      )}
    </>
  )
}
