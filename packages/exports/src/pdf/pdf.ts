import { Printer } from "./printer.ts"

const printer = new Printer()

/** With this machine's fonts, opened once. */
export const renderPdf = printer.render.bind(printer)
