import "./style/tokens.css"
import "./style/base.css"
import "./style/chat.css"
import "./style/said.css"
import "./style/sides.css"
import "./style/document.css"
import "./style/sorting.css"
import "./style/history.css"
// Part of the document's half too, which may have to be fetched twice: a style sheet that failed once is not asked for again.
import "./style/submission.css"
import "./style/print.css"
import { createApi } from "@spec-wizard/client"
import { render, type VNode } from "preact"
import { draftOf } from "./chat/composer.tsx"
import { withCookies } from "./cookies.ts"
import { Broken, Unexpected } from "./page/unexpected.tsx"
import { Root } from "./root.tsx"
import { LINK_PATH, OPERATOR_PATH, pathOf, rememberSession, type SessionId, STATUS_PATH, sessionIn } from "./session.ts"
import { keepMine, openTab, recallMine } from "./tab.ts"
import { newTalk, openTalk, takeUnsent } from "./talk.ts"
import { keepTranslatedTextAlive } from "./translated.ts"
import { words as all, language } from "./words/words.ts"

keepTranslatedTextAlive()
const words = all[language(document.documentElement)]
const api = withCookies(createApi({ baseUrl: "", credentials: "cookie" }))

function created(id: SessionId) {
  history.replaceState(null, "", pathOf(id))
  rememberSession(id)
}

/**
 * The visitor's variant of the page's language, so that both begin in the same one. As the API takes it: language, script, region; without a
 * calendar or a numbering system that some systems append.
 */
function locale() {
  const spoken = navigator.languages.find((tag) => tag.slice(0, 2).toLowerCase() === document.documentElement.lang)
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}/.exec(spoken ?? navigator.language)?.[0] ?? "en"
}

const root = document.getElementById("app")
if (root && location.pathname === LINK_PATH) void showLink(root)
else if (root && location.pathname === STATUS_PATH) void showStatus(root)
else if (root && location.pathname === OPERATOR_PATH) void showOperator(root)
else if (root) showConversation(root)

function showConversation(root: HTMLElement) {
  openTab()
  const sessionId = sessionIn(location.pathname)
  const talk = sessionId ? openTalk(api, sessionId) : newTalk(api, locale(), created)
  const box = root.querySelector("textarea")
  const writing = box !== null && box === document.activeElement
  if (!sessionId) keepTyped(box?.value ?? "")
  show(root, <Root api={api} talk={talk} />)
  if (writing) document.getElementById("box")?.focus()
}

/** What these pages need is not in the first load; should it not arrive, the page says so as of any other failure. */
async function showLink(root: HTMLElement) {
  const page = await import("./link/link-page.tsx").catch(() => undefined)
  show(root, page ? <page.LinkPage api={api} words={words} /> : <Broken words={words} />)
}

async function showStatus(root: HTMLElement) {
  const page = await import("./status/status-page.tsx").catch(() => undefined)
  show(root, page ? <page.StatusPage api={api} words={words} /> : <Broken words={words} />)
}

async function showOperator(root: HTMLElement) {
  const page = await import("./operator/operator-page.tsx").catch(() => undefined)
  show(root, page ? <page.OperatorPage words={words} /> : <Broken words={words} />)
}

function show(root: HTMLElement, page: VNode) {
  root.replaceChildren()
  document.querySelector(".unloaded")?.remove() // from here on the page speaks for itself
  render(<Unexpected>{page}</Unexpected>, root)
}

/** What a first visitor wrote into the box of index.html before this script came, after what an earlier visit left unsent. */
function keepTyped(typed: string) {
  const draft = draftOf(undefined)
  keepMine(draft, [takeUnsent(), recallMine(draft), typed].filter(Boolean).join("\n\n"))
}
