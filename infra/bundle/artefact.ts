/** What one function is built from. */
export type Artefact = {
  /** `packages/chat/src/connect.handler`. */
  handler: string
  /** Whether what it imports when asked for becomes files beside it. */
  split?: boolean
  /** Packages that are laid beside it instead, in `node_modules`. */
  install?: readonly string[]
  /** Files and folders that are laid beside it; `from` counts from the project's root, `to` from the function's folder. */
  copies?: readonly { from: string; to: string }[]
  /** The names it is linked to. */
  resources: Record<string, unknown>
}
