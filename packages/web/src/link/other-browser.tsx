import type { Api } from "@spec-wizard/client"
import { useEffect, useRef } from "preact/hooks"
import { LINK_PATH } from "../session.ts"
import { keepingWords } from "../words/keeping/words.ts"
import { CodeForm } from "./code-form.tsx"
import { forgetToken } from "./token.ts"
import { enter } from "./wanted.ts"

/** The link was asked for elsewhere; nothing is used up. With the code from the same mail it opens here. */
export function OtherBrowser({ api, token }: { api: Api; token: string }) {
  const { link, ask } = keepingWords()
  const news = useRef<HTMLParagraphElement>(null)
  useEffect(() => news.current?.focus(), []) // the button that was pressed is gone
  return (
    <>
      <p class="news-line" ref={news} tabIndex={-1}>
        {link.otherBrowser}
      </p>
      <CodeForm
        enter={link.open}
        onCode={async (code) => {
          const { session } = await api.links.redeem({ token, code })
          forgetToken()
          await enter(api, session)
        }}
      />
      <p class="start-anew">
        <a href={LINK_PATH}>{ask.open.send}</a>
      </p>
    </>
  )
}
