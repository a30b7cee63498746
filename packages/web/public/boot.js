// Runs before the first paint, so that nobody sees the wrong language, theme or page for a moment.
;(() => {
  const root = document.documentElement
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  root.lang = spoken.find((tag) => ["en", "de", "es", "fr"].includes(tag)) ?? "en"
  if (location.pathname.startsWith("/s/")) root.dataset.page = "talk"
  if (location.pathname === "/link") root.dataset.page = "link"
  if (location.pathname === "/status") root.dataset.page = "status"
  if (location.pathname === "/operator") {
    root.dataset.page = "operator"
    root.lang = "en" // it speaks no other
  }
  // A script of the page is gone, as after a deployment, or out of reach: nothing else of it could say so.
  addEventListener(
    "error",
    ({ target }) => {
      if (target instanceof HTMLScriptElement) root.dataset.unloaded = ""
    },
    true,
  )
  try {
    const theme = localStorage.getItem("spec-wizard.theme")
    if (theme) root.dataset.theme = theme
    if (localStorage.getItem("spec-wizard.last")) root.dataset.resume = ""
    if (localStorage.getItem("spec-wizard.known")) root.dataset.known = ""
    const held = localStorage.getItem(`spec-wizard.language.${location.pathname.slice(3)}`)
    if (root.dataset.page === "talk" && held) root.lang = held
  } catch {
    // The browser stores nothing: system theme, first visit.
  }
})()
