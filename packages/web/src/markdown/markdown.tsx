import { useEffect, useMemo, useState } from "preact/hooks"

type Render = (text: string) => string[]

let loaded: Render | undefined
let loading: Promise<void> | undefined

/** Parser and sanitiser are no part of the first load: fetched when a conversation opens, before its first reply. */
export function loadMarkdown(): Promise<void> {
  loading ??= import("./safe.ts").then(
    (module) => {
      loaded = module.safeBlocks
    },
    () => {
      // Offline, most likely: the text shows plainly, and the next text asks again.
      loading = undefined
    },
  )
  return loading
}

/** A wizard's text. Until the sanitiser is here, its plain characters. */
export function Markdown({ text }: { text: string }) {
  const [render, setRender] = useState<Render | undefined>(() => loaded)
  useEffect(() => {
    if (!render) void loadMarkdown().then(() => setRender(() => loaded))
  }, [render])
  const html = useMemo(() => render?.(text), [render, text])
  if (!html) {
    return (
      <div class="prose plain" dir="auto">
        {text}
      </div>
    )
  }
  return (
    <div class="prose" dir="auto">
      {html.map((block, index) => (
        <div key={index} dangerouslySetInnerHTML={{ __html: block }} />
      ))}
    </div>
  )
}
