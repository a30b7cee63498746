import type { Lexicon } from "../language.ts"
import { acts } from "./acts.ts"
import { cues, subjects } from "./cues.ts"
import { columns, labels } from "./labels.ts"
import { roles } from "./roles.ts"
import { ears, slots } from "./slots.ts"

export const fr: Lexicon = { language: "fr", acts, labels, columns, cues, subjects, roles, slots, ears }
