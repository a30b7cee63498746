import type { Api, ChatState } from "@spec-wizard/client"
import type { VNode } from "preact"
import { ConversationsDialog } from "../conversations/conversations-dialog.tsx"
import { DataDialog } from "../data/data-dialog.tsx"
import { DevicesDialog } from "../devices/devices-dialog.tsx"
import { EraseDialog } from "../erase/erase-dialog.tsx"
import { KeyDialog } from "../key/key-dialog.tsx"
import { SaveDialog } from "../save/save-dialog.tsx"
import type { SessionId } from "../session.ts"
import { SubmitDialog } from "../submit/submit-dialog.tsx"
import type { Talk } from "../talk.ts"
import type { Words } from "../words/wording.ts"
import type { DialogName } from "./name.ts"

export type DialogsProps = {
  api: Api
  talk: Talk
  words: Words
  name: DialogName
  /** Undefined before there is a conversation. */
  sessionId: SessionId | undefined
  state: ChatState
  /** As the page calls the conversation. */
  title: string
  /** Shows something of the document, by its element's id. */
  onShow: (id: string) => void
  onClose: () => void
  /** The conversation is over for this device: another page takes its place. */
  onLeave: (page: VNode) => void
}

export function Dialogs({ name, sessionId, ...props }: DialogsProps) {
  if (name === "conversations") return <ConversationsDialog {...props} sessionId={sessionId} />
  if (name === "key") return <KeyDialog {...props} />
  if (sessionId === undefined) return null
  const there = { ...props, sessionId }
  if (name === "save") return <SaveDialog {...there} />
  if (name === "submit") return <SubmitDialog {...there} />
  if (name === "devices") return <DevicesDialog {...there} />
  if (name === "data") return <DataDialog {...there} />
  return <EraseDialog {...there} />
}
