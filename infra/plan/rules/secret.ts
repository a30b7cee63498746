import { type Definition, functions } from "../../functions.ts"
import { statements } from "./policy.ts"
import { at, every, type Rule, text } from "./rule.ts"

export const secretRules: Rule[] = [
  {
    promise: "secrets are read by those with the right to, and nobody else",
    *faults(plan) {
      const entitled = Object.entries<Definition>(functions).filter(([, { rights }]) => rights.secrets)
      const roles = entitled.map(([name]) => `${name}Role`)
      for (const { where, effect, actions } of statements(plan)) {
        const reads = actions.some((action) => action.startsWith("secretsmanager:"))
        if (effect === "Allow" && reads && !roles.includes(where)) yield { where, what: "reads secrets" }
      }
    },
  },
  every(
    "the key ring holds three keys of 256 bits and more, so that a rotation needs no order",
    "aws:secretsmanager/secretVersion:SecretVersion",
    ({ name, inputs }) => {
      if (name !== "KeyRingVersion") return [at(inputs, "secretString.$secret") === undefined && "is not kept secret"]
      const ring: unknown = JSON.parse(text(inputs, "secretString.$secret") || "{}")
      const others = at(ring, "others")
      const keys = [at(ring, "current"), ...(Array.isArray(others) ? others : [])].map(String)
      return [
        at(inputs, "secretString.$secret") === undefined && "is not kept secret",
        (keys.length !== 3 || new Set(keys).size !== 3) && "does not hold three keys",
        keys.some((key) => !/^[\w-]{43,}$/.test(key)) && "holds a key that is too short",
      ]
    },
  ),
]
