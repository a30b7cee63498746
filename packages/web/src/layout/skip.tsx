type Props = { href: string; words: string; onPress: () => void }

/** Seen by whoever walks the page with the Tab key. */
export const Skip = ({ href, words, onPress }: Props) => (
  <a
    class="skip"
    href={href}
    onClick={(event) => {
      event.preventDefault()
      onPress()
    }}
  >
    {words}
  </a>
)
