import { writeFileSync } from "node:fs"

/** Writes what `.ci/run` tells at the end into the file that `CI_REPORT` names: what did not pass, what needed a second go, and how many did. */
export default class Report {
  onTestRunEnd(modules, errors) {
    const lines = errors.map(({ message }) => `failed: ${message}`)
    let passed = 0
    let failed = errors.length
    for (const module of modules) {
      const broken = module.errors() // it could not be read, or what holds for all of its tests failed
      failed += broken.length
      for (const { message } of broken) lines.push(`${nameOf(module)}: failed: ${message}`)
      for (const test of module.children.allTests()) {
        const { state, errors: [error] = [] } = test.result()
        if (state === "passed") passed++
        else failed++ // nothing may be skipped here
        if (state !== "passed") lines.push(`${nameOf(module)}: ${state}: ${test.fullName}`)
        else if (error) lines.push(`${nameOf(module)}: passed at the second go: ${test.fullName}: ${error.message}`)
      }
    }
    writeFileSync(process.env.CI_REPORT, JSON.stringify({ lines, passed, failed }))
  }
}

const nameOf = ({ project, relativeModuleId }) => `${project.name}: ${relativeModuleId}`
