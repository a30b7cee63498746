import { sheetOf } from "@spec-wizard/exports/pdf/sheet"
import { day } from "@spec-wizard/core/specification/format/day"
import { trace } from "@spec-wizard/core/specification/trace"
import { coverOf } from "../../exports/src/pdf/cover.ts"
import { changes, traces } from "../../exports/src/pdf/table.ts"
import { wordings } from "@spec-wizard/core/specification/word"
import { history, input, many } from "../../exports/test/pdf-documents.ts"
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000 }
const d = many(75)
const t = (n, f) => { const a = cpu(); f(); console.log(n, (cpu()-a).toFixed(1)) }
t("day", () => day(input.date, "en")); t("day2", () => day(input.date, "en"))
t("cover", () => coverOf(d, { ...input }))
t("trace", () => traces(d, wordings.en))
t("changes", () => changes(d, history, wordings.en))
t("sheet", () => sheetOf(d, { ...input, history }))
t("sheet again", () => sheetOf(d, { ...input, history }))
