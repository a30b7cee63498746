/** Of the mailbox's page. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c1d22, #e8e8ec);
  --quiet: light-dark(#5a5c66, #a5a7b2);
  --paper: light-dark(#f6f6f4, #16171b);
  --card: light-dark(#ffffff, #202127);
  --line: light-dark(#dcdcd8, #383a43);
  --link: light-dark(#1f4fbf, #9ab8ff);
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
h1 { margin: 0 0 .5rem; font-size: 1.5rem }
h2 { margin: 0; font-size: 1.0625rem; display: inline; overflow-wrap: anywhere }
p { margin: .25rem 0 }
a { color: var(--link) }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 4px }
.button { display: inline-block; margin: .5rem 0 1rem; padding: .5rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); text-decoration: none }
.mail { margin: .75rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card) }
summary { cursor: pointer }
summary p, .from, .formatted summary { color: var(--quiet); font-size: .875rem; overflow-wrap: anywhere }
.text { margin: 1rem 0; white-space: pre-wrap; overflow-wrap: anywhere }
.formatted { margin: 1rem 0 }
iframe { display: block; width: 100%; height: 32rem; max-height: 80vh; margin-top: .5rem; border: 1px solid var(--line); border-radius: .5rem; resize: vertical }
`
