import type { Api } from "@spec-wizard/client"
import { useEffect, useRef } from "preact/hooks"
import { keepingWords } from "../words/keeping/words.ts"
import { Ask } from "./ask.tsx"
import { enter } from "./wanted.ts"

/** A link that opens nothing any more, and the way to one that does. */
export function Used({ api }: { api: Api }) {
  const { link } = keepingWords()
  const news = useRef<HTMLParagraphElement>(null)
  useEffect(() => news.current?.focus(), [])
  return (
    <>
      <p class="news-line" ref={news} tabIndex={-1}>
        {`${link.used} ${link.fresh}`}
      </p>
      <Ask api={api} purpose="open" onOpened={(session) => enter(api, session)} />
    </>
  )
}
