import type { RefObject } from "preact"
import { useEffect } from "preact/hooks"

/**
 * Lines of the document and the words they were made of carry the same ids in `data-lines`. What the pointer is on, or else the focus,
 * is lit, with everything that shares an id with it. An attribute, not state: a conversation is not rendered anew for a hover.
 */
export function useLight(page: RefObject<HTMLElement | null>, document: unknown) {
  useEffect(() => {
    const root = page.current
    if (!root) return
    let pointed: Element | undefined
    const light = () => {
      const from = pointed?.isConnected ? pointed : owner(root.ownerDocument.activeElement)
      const lit = new Set(from && root.contains(from) ? idsOf(from).flatMap((id) => [...having(root, id)]) : [])
      for (const element of root.querySelectorAll<HTMLElement>("[data-lit]"))
        if (!lit.has(element)) element.removeAttribute("data-lit")
      for (const element of lit) element.setAttribute("data-lit", "")
    }
    const point = (event: Event) => {
      pointed = event.type === "pointerleave" ? undefined : owner(event.target)
      light()
    }
    const events = { pointerover: point, pointerleave: point, focusin: light, focusout: light }
    for (const [type, listener] of Object.entries(events)) root.addEventListener(type, listener)
    light()
    return () => {
      for (const [type, listener] of Object.entries(events)) root.removeEventListener(type, listener)
    }
  }, [page, document])
}

const owner = (target: EventTarget | null) =>
  target instanceof Element ? (target.closest("[data-lines]") ?? undefined) : undefined

/** What belongs to a line: the line itself, and the words in the conversation. */
export const having = (root: ParentNode, id: string) => root.querySelectorAll<HTMLElement>(`[data-lines~="${id}"]`)

export const idsOf = (element: Element) => element.getAttribute("data-lines")?.split(" ") ?? []
