import type { Api } from "@spec-wizard/client"
import { useRef } from "preact/hooks"
import { isOursAlone, useConfig } from "../config.ts"
import type { DialogName } from "../dialog/name.ts"
import { MoreIcon } from "../icon.tsx"
import { useTheme } from "../tools/use-theme.ts"
import type { Words } from "../words/wording.ts"

type Props = {
  api: Api
  words: Words
  /** Of a conversation that can still be used. */
  open: boolean
  /** Where it is saved to. */
  email: string | undefined
  /** Undefined while there is nothing to send. */
  submission: "possible" | "sent" | undefined
  onChoose: (name: DialogName) => void
  onKeys: () => void
}

/** What is seldom needed. The browser's own popover: Escape and a click elsewhere close it. */
export function Menu({ api, words, open, email, submission, onChoose, onKeys }: Props) {
  const { menu } = words
  const config = useConfig(api)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { label: theme, toggle } = useTheme(words)
  const then = (act: () => void) => () => {
    list.current?.hidePopover?.()
    button.current?.focus() // where a dialog gives it back to
    act()
  }
  const choose = (name: DialogName) => then(() => onChoose(name))
  return (
    <>
      <button ref={button} type="button" class="tool" aria-label={menu.open} title={menu.open} popovertarget="menu">
        <MoreIcon />
      </button>
      <div ref={list} id="menu" class="menu" popover="auto">
        {open && <Item words={email ? menu.savedTo(email) : menu.save} onPress={choose("save")} />}
        {open && submission && (
          <Item words={submission === "sent" ? menu.submitted : menu.submit} onPress={choose("submit")} />
        )}
        <Item words={menu.conversations} onPress={choose("conversations")} />
        {open && <Item words={menu.devices} onPress={choose("devices")} />}
        {open && config && !isOursAlone(config) && <Item words={menu.key} onPress={choose("key")} />}
        {open && <Item words={menu.data} onPress={choose("data")} />}
        {open && <Item words={menu.erase} onPress={choose("erase")} />}
        <hr />
        <Item words={theme} onPress={then(toggle)} />
        <Item words={words.keys.heading} onPress={then(onKeys)} class="keys-tool" />
      </div>
    </>
  )
}

const Item = ({ words, onPress, class: name = "" }: { words: string; onPress: () => void; class?: string }) => (
  <button type="button" class={`menu-item ${name}`} onClick={onPress}>
    {words}
  </button>
)
