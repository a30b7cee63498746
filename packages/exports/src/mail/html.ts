import type { Part, Sheet } from "./sheet.ts"

/**
 * One column without tables, images or anything from elsewhere. Mail programs that drop style sheets keep what stands in `style`, which is
 * the light theme; those that know dark mode find the other colours by class. Without either it is headings, paragraphs and a link.
 */
export function print({ language, subject, heading, parts, sender }: Sheet): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #161614 !important; color: #ebe8e2 !important; }
  .sheet, .code { border-color: #34322e !important; }
  .code { background: #262522 !important; color: #ebe8e2 !important; }
  .quiet, .sender { color: #aba69c !important; }
  .brand { color: #6fcdb8 !important; }
  .button { background: #6fcdb8 !important; color: #10221e !important; }
}
</style>
</head>
<body class="page" style="${css.page}">
<div class="sheet" style="${css.sheet}">
<p class="brand" style="${css.brand}">Spec Wizard</p>
<h1 style="${css.heading}">${escaped(heading)}</h1>
${parts.map(paragraph).join("\n")}
<p class="sender" style="${css.sender}">${escaped(sender)}</p>
</div>
</body>
</html>
`
}

function paragraph(part: Part): string {
  if (part.type === "link")
    return `<p style="${css.action}"><a class="button" href="${escaped(part.url)}" style="${css.button}">${escaped(part.label)}</a></p>`
  if (part.type === "code")
    return `<p style="${css.words}">${escaped(part.text)}</p>\n<p class="code" style="${css.code}">${escaped(part.code)}</p>`
  if (part.quiet) return `<p class="quiet" style="${css.quiet}">${escaped(part.text)}</p>`
  return `<p style="${css.words}">${escaped(part.text)}</p>`
}

const sans = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Ubuntu,'Helvetica Neue',Arial,sans-serif"

const css = {
  page: `margin:0;padding:0;background:#fcfbf9;color:#1d1c1a;font:400 17px/1.5 ${sans};-webkit-text-size-adjust:100%`,
  sheet: "max-width:560px;margin:0 auto;padding:32px 20px 40px;overflow-wrap:break-word",
  brand: "margin:0 0 28px;font-size:16px;font-weight:600;color:#0f6b5c",
  heading: "margin:0 0 16px;font-size:26px;line-height:1.2;font-weight:650;letter-spacing:-0.01em",
  words: "margin:0 0 16px",
  action: "margin:24px 0 28px",
  button:
    "display:inline-block;padding:12px 20px;background:#0f6b5c;color:#ffffff;border-radius:6px;font-weight:600;line-height:20px;text-decoration:none",
  code: "display:inline-block;margin:0 0 24px;padding:8px 16px;background:#f1eee8;color:#1d1c1a;border:1px solid #e2ded6;border-radius:6px;font:600 22px/28px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;letter-spacing:0.08em;white-space:nowrap",
  quiet: "margin:0 0 12px;font-size:16px;color:#5f5b54",
  sender: "margin:32px 0 0;font-size:14px;color:#5f5b54",
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? "")

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
