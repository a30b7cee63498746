import type { Api } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"
import "../style/dialog.css"
import "../style/submission.css"
import { Header } from "../header.tsx"
import { ThemeButton } from "../tools/theme-button.tsx"
import { submissionWords } from "../words/submission/words.ts"
import type { Words } from "../words/words.ts"
import { Found, type Submission } from "./found.tsx"
import { StatusForm } from "./status-form.tsx"

type Props = { api: Api; words: Words }

/** For whoever has handed something over, on any device: the reference and the address say enough. */
export function StatusPage({ api, words }: Props) {
  const { status } = submissionWords()
  const [found, setFound] = useState<Submission>()
  useEffect(() => {
    document.title = `${words.first.status} – Spec Wizard`
  }, [words])
  return (
    <>
      <Header words={words}>
        <ThemeButton words={words} />
      </Header>
      <main class="page">
        <div class="plain-page">
          <h1>{words.first.status}</h1>
          <p>{status.lead}</p>
          <StatusForm
            onLook={async (asked) => {
              setFound(undefined)
              setFound((await api.submissions.lookup(asked)).submission)
            }}
          />
          {found && <Found submission={found} />}
          <p class="start-anew">
            <a href="/">{words.missing.start}</a>
          </p>
        </div>
      </main>
    </>
  )
}
