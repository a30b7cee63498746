import * as Html from "./html.ts"
import type { Sheet } from "./sheet.ts"
import * as Text from "./text.ts"

export type Rendered = { subject: string; text: string; html: string }

export const layout = (sheet: Sheet): Rendered => ({
  subject: sheet.subject,
  text: Text.print(sheet),
  html: Html.print(sheet),
})
