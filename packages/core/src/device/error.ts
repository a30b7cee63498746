import { VisibleError } from "../error.ts"

export class TokenRefusedError extends VisibleError {
  constructor() {
    super("auth", "token.refused", "This device is not signed in, or was signed out.")
  }
}

/** Also for a device that exists but may not see the session. */
export class DeviceNotFoundError extends VisibleError {
  constructor() {
    super("not_found", "device.not_found", "This device is not signed in to this session.")
  }
}
