// Prints "passed failed skipped" of a test report: CTRF (xunit), vitest's JSON or Playwright's JSON.
// What failed goes into the second file, a name and the beginning of its reason each.
import { appendFileSync, readFileSync } from 'node:fs'

const [file, failures, exitCode] = process.argv.slice(2)

function numbers(report) {
  const ctrf = report.results?.summary
  if (ctrf) return [ctrf.passed, ctrf.failed, ctrf.skipped + ctrf.pending + ctrf.other]
  if (report.stats) return [report.stats.expected + report.stats.flaky, report.stats.unexpected, report.stats.skipped]
  if ('numTotalTests' in report) {
    return [report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests]
  }
  throw new Error(`${file} is no report that this script knows.`)
}

function* broken(report) {
  for (const test of report.results?.tests ?? []) {
    if (test.status === 'failed') yield [test.name, test.message]
  }
  for (const suite of report.testResults ?? []) {
    for (const test of suite.assertionResults) {
      if (test.status === 'failed') yield [test.fullName, test.failureMessages[0]]
    }
    if (suite.message) yield [suite.name, suite.message]
  }
  for (const suite of report.suites ?? []) yield* brokenSpecs(suite)
}

function* brokenSpecs(suite) {
  for (const inner of suite.suites ?? []) yield* brokenSpecs(inner)
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) {
      if (test.status === 'unexpected') yield [`[${test.projectName}] ${spec.title}`, test.results.at(-1)?.error?.message]
    }
  }
}

const beginning = (text) => (text ?? '').split('\n').slice(0, 12).join('\n    ')

const report = JSON.parse(readFileSync(file, 'utf8'))
for (const [name, reason] of broken(report)) appendFileSync(failures, `✗ ${name}\n    ${beginning(reason)}\n`)
const [passed, failed, skipped] = numbers(report).map((number) => number || 0)
// A file that did not load, or a fixture that did not end, fails a run without a failed test.
console.log(passed, failed === 0 && exitCode !== '0' ? 1 : failed, skipped)
