/** Numbers from 0 to 1 that a failed run can be repeated with: it prints its seed. */
export function dice(seed: number): () => number {
  console.log(`seed ${seed}`)
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}
