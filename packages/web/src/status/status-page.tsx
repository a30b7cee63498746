import type { Api } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"
import "../style/dialog.css"
import { Header } from "../header.tsx"
import { ThemeButton } from "../tools/theme-button.tsx"
import { submissionWords } from "../words/submission/words.ts"
import type { Words } from "../words/wording.ts"
import { Found, type Submission } from "./found.tsx"
import { type Asked, StatusForm } from "./status-form.tsx"
import { useAgain } from "./use-again.ts"

type Props = { api: Api; words: Words }

/** For whoever has handed something over, on any device: the reference and the address say enough. */
export function StatusPage({ api, words }: Props) {
  const { status } = submissionWords()
  const [asked, setAsked] = useState<Asked>()
  const [found, setFound] = useState<Submission>()
  const look = async (about: Asked) => setFound((await api.submissions.lookup(about)).submission)
  useAgain(found && asked, look)
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
            onLook={async (about) => {
              setFound(undefined)
              setAsked(about)
              await look(about)
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
