import { useEffect, useRef } from "preact/hooks"
import { Header } from "../header.tsx"
import { removeTraces, type SessionId } from "../session.ts"
import { ThemeButton } from "../tools/theme-button.tsx"
import { keepingWords } from "../words/keeping/words.ts"
import type { Words } from "../words/wording.ts"

/** It was erased here, by this visitor. */
export function Deleted({ words, sessionId }: { words: Words; sessionId: SessionId }) {
  const { deleted } = keepingWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    removeTraces(sessionId) // now that nothing is left on the page that could write them again
    history.replaceState(null, "", "/")
    document.title = `${deleted.heading} – Spec Wizard`
    heading.current?.focus()
  }, [sessionId, deleted])
  return (
    <>
      <Header words={words}>
        <ThemeButton words={words} />
      </Header>
      <main class="page">
        <div class="plain-page">
          <h1 ref={heading} tabIndex={-1}>
            {deleted.heading}
          </h1>
          <p>{deleted.text}</p>
          <p>{deleted.traces}</p>
          <p>
            <a class="button primary" href="/">
              {words.gone.start}
            </a>
          </p>
        </div>
      </main>
    </>
  )
}
