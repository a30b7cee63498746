import { type Range, split } from "./split.ts"

/** A visitor's message to the letter; the words that lines were made of name those lines, for `light.ts`. */
export function Said({ text, ranges = [] }: { text: string; ranges?: readonly Range[] | undefined }) {
  return (
    <p class="said" dir="auto">
      {split(text, ranges).map((piece, index) =>
        piece.lines.length === 0 ? (
          piece.text
        ) : (
          <mark key={index} tabIndex={-1} data-lines={piece.lines.join(" ")} aria-description={piece.lines.join(", ")}>
            {piece.text}
          </mark>
        ),
      )}
    </p>
  )
}
