import "./style/tokens.css"
import "./style/base.css"
import "./style/chat.css"
import { createApi } from "@spec-wizard/client"
import { render } from "preact"
import { App } from "./app.tsx"
import { draftOf } from "./chat/composer.tsx"
import { Unexpected } from "./page/unexpected.tsx"
import { pathOf, rememberSession, sessionIn } from "./session.ts"
import { keep, recall } from "./storage.ts"
import { newTalk, openTalk, unsentWords } from "./talk.ts"
import { language, words as all } from "./words/words.ts"

const words = all[language(document.documentElement)]
const api = createApi({ baseUrl: "", credentials: "cookie" })

const sessionId = sessionIn(location.pathname)
const talk = sessionId ? openTalk(api, sessionId) : newTalk(api, navigator.language, created)

function created(id: string) {
  history.replaceState(null, "", pathOf(id))
  rememberSession(id)
}

const root = document.getElementById("app")
if (root) {
  const { typed, focused } = beforeScript(root)
  root.replaceChildren()
  render(
    <Unexpected words={words}>
      <App api={api} words={words} talk={talk} typed={typed} />
    </Unexpected>,
    root,
  )
  if (focused) document.getElementById("box")?.focus()
}

/** index.html already shows the box of a first visit; whoever was quicker than the script keeps what they typed. */
function beforeScript(root: HTMLElement) {
  const box = root.querySelector("textarea")
  const unsent = sessionId ? undefined : unsentWords()
  const typed = [unsent, box?.value].filter(Boolean).join("\n\n")
  return { typed, focused: box !== null && box === document.activeElement }
}
