import { options, type VNode } from "preact"

/** What Preact keeps of an element beside its type and props; its name is the same in all of version 10. */
type Rendered = VNode & { __e?: Node | null }

/**
 * A browser that translates a page puts elements of its own in the place of text nodes, and what is drawn into the old nodes from then on
 * nobody sees: "Waiting to send" would stand there for good. An element that holds nothing but text gets its text anew where that node is
 * gone, and the browser translates that.
 */
export function keepTranslatedTextAlive(): void {
  const { diffed } = options
  options.diffed = (vnode: Rendered) => {
    diffed?.(vnode)
    const { type, props, __e: element } = vnode
    if (typeof type !== "string" || !(element instanceof Element)) return
    const { children } = props
    const isText = typeof children === "string" || typeof children === "number"
    if (!isText) return
    const text = String(children)
    const isTranslated = element.firstElementChild !== null
    if (isTranslated ? shown.get(element) === text : element.textContent === text) return
    element.textContent = text
    shown.set(element, text)
  }
}

/** What stood there when it was translated last. */
const shown = new WeakMap<Element, string>()
