import type { Api } from "@spec-wizard/client"
import { useEffect, useState } from "preact/hooks"
import "../style/dialog.css"
import { Header } from "../header.tsx"
import { ThemeButton } from "../tools/theme-button.tsx"
import type { Words } from "../words/wording.ts"
import { Ask } from "./ask.tsx"
import { HaveCode } from "./have-code.tsx"
import { Offer, type Refusal } from "./offer.tsx"
import { OtherBrowser } from "./other-browser.tsx"
import { isToken, useToken } from "./token.ts"
import { Used } from "./used.tsx"
import { enter } from "./wanted.ts"

type Props = { api: Api; words: Words }

/** Where the links from mails lead. Opening it sends nothing and uses nothing up: mail programs open links, too. */
export function LinkPage({ api, words }: Props) {
  const token = useToken()
  const [refused, setRefused] = useState<{ token: string; why: Refusal }>()
  useEffect(() => {
    document.title = `${words.first.openSaved} – Spec Wizard`
  }, [words])
  const isWhole = token === undefined || isToken(token)
  const why = isWhole ? refused?.token === token && refused?.why : "used"
  return (
    <>
      <Header words={words}>
        <ThemeButton words={words} />
      </Header>
      <main class="page">
        <div class="plain-page">
          <h1>{words.first.openSaved}</h1>
          {why === "used" ? (
            <Used api={api} />
          ) : token === undefined ? (
            <Ask api={api} purpose="open" onOpened={(session) => enter(api, session)}>
              <HaveCode api={api} />
            </Ask>
          ) : why === "other-browser" ? (
            <OtherBrowser api={api} token={token} />
          ) : (
            <Offer key={token} api={api} token={token} onRefused={(why) => setRefused({ token, why })} />
          )}
          <p class="start-anew">
            <a href="/">{words.gone.start}</a>
          </p>
        </div>
      </main>
    </>
  )
}
