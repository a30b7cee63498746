/** How AWS names a resource; account and region are always the local ones. */
export const arn = (service: "sqs" | "sns" | "ses" | "secretsmanager", name: string) =>
  `arn:aws:${service}:us-east-1:000000000000:${name}`
