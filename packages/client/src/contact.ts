/** Who submits, and the rules that the server goes by, for whoever wants to know before sending. */
export { Submit as Contact } from "@spec-wizard/core/protocol/submission"
