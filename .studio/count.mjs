// Prints "passed failed skipped" of a test report: CTRF (xunit), vitest's JSON or Playwright's JSON.
import { readFileSync } from 'node:fs'

const [file, exitCode] = process.argv.slice(2)

function numbers(report) {
  const ctrf = report.results?.summary
  if (ctrf) return [ctrf.passed, ctrf.failed, ctrf.skipped + ctrf.pending + ctrf.other]
  if (report.stats) return [report.stats.expected + report.stats.flaky, report.stats.unexpected, report.stats.skipped]
  if ('numTotalTests' in report) {
    return [report.numPassedTests, report.numFailedTests, report.numPendingTests + report.numTodoTests]
  }
  throw new Error(`${file} is no report that this script knows.`)
}

const [passed, failed, skipped] = numbers(JSON.parse(readFileSync(file, 'utf8'))).map((number) => number || 0)
// A file that did not load, or a fixture that did not end, fails a run without a failed test.
console.log(passed, failed === 0 && exitCode !== '0' ? 1 : failed, skipped)
