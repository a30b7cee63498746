import "./style/tokens.css"
import "./style/base.css"
import "./style/chat.css"
import "./style/sides.css"
import "./style/document.css"
import "./style/history.css"
import { createApi } from "@spec-wizard/client"
import { render } from "preact"
import { App } from "./app.tsx"
import { draftOf } from "./chat/composer.tsx"
import { Unexpected } from "./page/unexpected.tsx"
import { pathOf, rememberSession, sessionIn } from "./session.ts"
import { keep, recall } from "./storage.ts"
import { newTalk, openTalk, takeUnsent } from "./talk.ts"
import { words as all, language } from "./words/words.ts"

const words = all[language(document.documentElement)]
const api = createApi({ baseUrl: "", credentials: "cookie" })

const sessionId = sessionIn(location.pathname)
const talk = sessionId ? openTalk(api, sessionId) : newTalk(api, locale(), created)

function created(id: string) {
  history.replaceState(null, "", pathOf(id))
  rememberSession(id)
}

/** As the API takes it: language, script, region; without a calendar or a numbering system that some systems append. */
function locale() {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}/.exec(navigator.language)?.[0] ?? "en"
}

const root = document.getElementById("app")
if (root) {
  const box = root.querySelector("textarea")
  const writing = box !== null && box === document.activeElement
  if (!sessionId) keepTyped(box?.value ?? "")
  root.replaceChildren()
  render(
    <Unexpected words={words}>
      <App api={api} words={words} talk={talk} />
    </Unexpected>,
    root,
  )
  if (writing) document.getElementById("box")?.focus()
}

/** What a first visitor wrote into the box of index.html before this script came, after what an earlier visit left unsent. */
function keepTyped(typed: string) {
  const draft = draftOf(undefined)
  keep(draft, [takeUnsent(), recall(draft), typed].filter(Boolean).join("\n\n"))
}
