import { type Part, shareOf } from "../figure.ts"
import { areNaming } from "../words.ts"
import type { Reading } from "./reading.ts"

/** Roles: every real one, none that nobody has. */
export function scorePeople({ live, key }: Reading): Part<"roles" | "invented"> {
  const roles = live.filter(({ kind }) => kind === "role")
  const isCalled = ({ title, text }: (typeof roles)[number], names: string | string[]) =>
    areNaming([title, text], names)
  const wanted = key.roles.map((names) => ({ names, isThere: roles.some((role) => isCalled(role, names)) }))
  const real = [...key.roles, ...key.maybeRoles]
  const invented = roles.filter((role) => !real.some((names) => isCalled(role, names)))
  const remarkOn = (role: (typeof roles)[number]) =>
    key.notRoles.some((names) => isCalled(role, names)) ? "a known trap" : ""
  return {
    figures: { roles: shareOf(wanted.map(({ isThere }) => isThere)), invented: [invented.length] },
    notes: [
      ...wanted.filter(({ isThere }) => !isThere).map(({ names }) => `role missing: ${[names].flat()[0]}`),
      ...invented.map((role) => `role invented: ${role.id} | ${role.text.slice(0, 60)} | ${remarkOn(role)}`),
    ],
  }
}
