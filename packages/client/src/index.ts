export { openingOf, titleOf } from "@spec-wizard/core/protocol/message"
export { exactly, symbolsOf } from "@spec-wizard/core/protocol/typed"
export { type Api, type ApiOptions, createApi } from "./api.ts"
export type { Chat, ChatOptions, Key } from "./chat.ts"
export { Contact } from "./contact.ts"
export { ApiError, ChatError } from "./error.ts"
export { limits } from "./limits.ts"
export type { Socket, WebSocketConstructor } from "./link.ts"
export { openChat } from "./open-chat.ts"
export { createOperator, type Operator } from "./operator.ts"
export { memoryOutbox, type Outbox, type PendingMessage, storageOutbox } from "./outbox.ts"
export type { Network, Visibility } from "./presence.ts"
export type {
  Ack,
  ChatEvents,
  ChatState,
  Connection,
  EndedTurn,
  Pending,
  Piece,
  Problem,
  RunningTurn,
} from "./state.ts"
export type { Timing } from "./timing.ts"
