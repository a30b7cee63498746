import type { Item } from "@spec-wizard/core/protocol/document"
import type { ComponentChildren } from "preact"
import { useRef } from "preact/hooks"
import { CheckIcon, CrossIcon, LockIcon, PencilIcon, QuoteIcon, UnlockIcon } from "./icons.tsx"
import type { View } from "./view.ts"

type Props = {
  view: View
  item: Item
  onConfirm: () => void
  onChange: () => void
  onDrop: () => void
  onLock: () => void
}

/** What can be done with a line. Shown while the pointer or the focus is on it. */
export function LineActions({ view, item, onConfirm, onChange, onDrop, onLock }: Props) {
  const { words, isClosed } = view
  const isOpen = item.locked === "none" && !isClosed
  const isQuestion = item.kind === "question"
  return (
    <fieldset class="actions" lang={view.lang}>
      <legend class="unseen">{words.toolbar(item.id)}</legend>
      {isOpen && item.state !== "accepted" && !isQuestion && (
        <Action word={words.confirm} icon={<CheckIcon />} isSpelled onPress={onConfirm} />
      )}
      {isOpen && !isQuestion && <Action word={words.change} icon={<PencilIcon />} onPress={onChange} />}
      {isOpen && <Action word={words.drop} icon={<CrossIcon />} onPress={onDrop} />}
      {isOpen && item.kind !== "unsorted" && <Action word={words.lock} icon={<LockIcon />} onPress={onLock} />}
      {item.locked === "visitor" && !isClosed && <Action word={words.unlock} icon={<UnlockIcon />} onPress={onLock} />}
      <WhereFrom view={view} item={item} />
    </fieldset>
  )
}

/** With every press to the next of the messages that the line was made of. */
function WhereFrom({ view, item }: { view: View; item: Item }) {
  const next = useRef(0)
  const messages = [...new Set(item.sources.map(({ messageId }) => messageId))].filter(view.isHere)
  if (messages.length === 0) return null
  const press = () => {
    const messageId = messages[next.current++ % messages.length]
    if (messageId) view.toWords(item.id, messageId)
  }
  return <Action word={view.words.whereFrom} icon={<QuoteIcon />} onPress={press} />
}

type ActionProps = { word: string; icon: ComponentChildren; isSpelled?: boolean; onPress: () => void }

/** Where there is a pointer that hovers, most show their word only when it rests on them. */
const Action = ({ word, icon, isSpelled, onPress }: ActionProps) => (
  <button type="button" class={isSpelled ? "action spelled" : "action"} title={word} onClick={onPress}>
    {icon}
    <span class="action-word">{word}</span>
  </button>
)
