/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app(input) {
    const isProduction = input.stage === "production"
    return {
      name: "spec-wizard",
      home: "aws",
      removal: isProduction ? "retain" : "remove",
      protect: isProduction,
      providers: {
        aws: {
          version: "7.20.0",
          region: process.env.AWS_REGION ?? "eu-central-1",
          defaultTags: { tags: { app: "spec-wizard", stage: input.stage } },
        },
        random: "4.16.6",
        tls: "5.0.1",
      },
    }
  },
  async run() {
    const { table } = await import("./infra/table.ts")
    const { chatApi, httpApi } = await import("./infra/gateway.ts")
    const { site } = await import("./infra/cdn.ts")
    await import("./infra/page.ts")
    await import("./infra/chat.ts")
    await import("./infra/sessions.ts")
    await import("./infra/exports.ts")
    await import("./infra/schedule.ts")
    await import("./infra/mail-domain.ts")
    return { site, table: table.name, api: httpApi.url, socket: chatApi.url }
  },
})
