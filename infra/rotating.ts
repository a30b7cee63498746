/**
 * Three random texts of 285 bits each: the one before, the one in use and the next. Whoever checks knows all three, so a rotation needs no
 * order: raise the number by one and deploy.
 */
export function rotating(name: string, rotation: number) {
  const text = (number: number) => new random.RandomPassword(`${name}${number}`, { length: 48, special: false }).result
  const before = text(rotation - 1)
  const next = text(rotation + 1)
  return { before, current: text(rotation), next }
}
