import type { ChatState } from "@spec-wizard/client"
import { empty } from "@spec-wizard/core/protocol/document"
import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import { Differences } from "./differences.tsx"
import { Version } from "./version.tsx"
import { difference, documents } from "./versions.ts"
import type { View } from "./view.ts"

/** All versions, or the difference between two. */
export type Shown = "versions" | { from: number; to: number }

type Props = { view: View; state: ChatState; shown: Shown; onShow: (shown: Shown | undefined) => void }

/** What has become of the document, and the way back. */
export function History({ view, state, shown, onShow }: Props) {
  const { words, wording, lang } = view
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen, setChosen] = useState<number>()
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const { patches } = state
  const all = useMemo(() => documents(patches), [patches])
  const at = (version: number) => all.findLast((one) => one.version <= version) ?? empty("en")
  return (
    <dialog
      ref={dialog}
      class="history"
      lang={state.document?.language}
      aria-labelledby="history-heading"
      onClose={() => onShow(undefined)}
    >
      <form method="dialog" class="history-bar">
        <h2 id="history-heading" {...(shown !== "versions" && { lang })}>
          {shown === "versions" ? wording.sections.history : words.sinceHeading}
        </h2>
        <button type="submit" class="button">
          {words.close}
        </button>
      </form>
      {shown === "versions" ? (
        <ol class="versions" reversed>
          {patches.toReversed().map((patch) => (
            <Version
              key={patch.version}
              view={view}
              state={state}
              patch={patch}
              before={at(patch.version - 1)}
              after={at(patch.version)}
              isChosen={patch.version === chosen}
              onChoose={() => setChosen(patch.version === chosen ? undefined : patch.version)}
            />
          ))}
        </ol>
      ) : (
        <>
          <Differences view={view} difference={difference(at(shown.from), at(shown.to))} />
          <button type="button" class="button" onClick={() => onShow("versions")}>
            {words.versions}
          </button>
        </>
      )}
    </dialog>
  )
}
