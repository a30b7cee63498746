/** A setting that is a list: parts between commas, without blanks. */
export const listed = (list: string) =>
  list
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean)
