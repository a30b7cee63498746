const MAX_LENGTH = 48

/** The first words of the first message, cut between two words: a name for a conversation that has none. */
export function firstWords(text: string): string {
  const line = text.trim().split(/\s+/).join(" ")
  if (line.length <= MAX_LENGTH) return line
  const end = line.lastIndexOf(" ", MAX_LENGTH)
  return `${line.slice(0, end > MAX_LENGTH / 2 ? end : MAX_LENGTH)}…`
}
