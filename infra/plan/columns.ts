/** What fits a terminal, and a page of a build's log. */
const WIDTH = 120

/** Cells under each other, two blanks between; `right` columns end in line. The last column wraps under itself. */
export function columns(rows: string[][], right: number[] = [], indent = 2): string[] {
  const last = Math.max(...rows.map((row) => row.length)) - 1
  const widths = Array.from({ length: last }, (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const start = widths.reduce((sum, width) => sum + width + 2, indent)
  return rows.flatMap((row) => {
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? ""
      return right.includes(column) ? cell.padStart(width) : cell.padEnd(width)
    })
    const [first = "", ...more] = wrap(row[last] ?? "", WIDTH - start)
    const head = `${" ".repeat(indent)}${cells.map((cell) => `${cell}  `).join("")}${first}`.trimEnd()
    return [head, ...more.map((line) => " ".repeat(start) + line)]
  })
}

/** At blanks; a word longer than the line keeps a line of its own. */
function wrap(text: string, width: number): string[] {
  const lines = [""]
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? ""
    if (line === "") lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}
