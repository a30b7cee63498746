import type { Interviewer } from "@spec-wizard/core/interviewer"
import { guided } from "@spec-wizard/core/interviewer/guided"
import type { Settings } from "@spec-wizard/core/settings"

/** Who asks the questions, by setting. */
export function interviewerFor(settings: Settings): Interviewer {
  switch (settings.modelProvider) {
    case "guided":
      return guided()
  }
}
