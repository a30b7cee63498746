import type { Api } from "@spec-wizard/client"
import { useId, useRef } from "preact/hooks"
import { keepingWords } from "../words/keeping/words.ts"
import { CodeForm } from "./code-form.tsx"
import { enter } from "./wanted.ts"

/** For whoever has the mail's text and not its link: the code, and the address it was sent to. */
export function HaveCode({ api }: { api: Api }) {
  const words = keepingWords()
  const address = useRef<HTMLInputElement>(null)
  const id = useId()
  const redeem = async (code: string) => {
    const { session } = await api.links.redeem({ email: address.current?.value.trim() ?? "", code })
    await enter(api, session)
  }
  return (
    <details class="fold apart">
      <summary>{words.link.haveCode}</summary>
      <CodeForm enter={words.ask.open.enter} wrong={words.code.wrongPair} onCode={redeem}>
        <label for={id}>{words.address}</label>
        <input
          class="field"
          id={id}
          ref={address}
          type="email"
          autocomplete="email"
          autocapitalize="none"
          spellcheck={false}
        />
      </CodeForm>
    </details>
  )
}
