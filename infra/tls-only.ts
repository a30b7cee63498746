/** A statement that refuses whoever comes without TLS. */
export const tlsOnly = (actions: string[], arn: $util.Input<string>) => ({
  sid: "TlsOnly",
  effect: "Deny",
  principals: [{ type: "*", identifiers: ["*"] }],
  actions,
  resources: [arn],
  conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
})
