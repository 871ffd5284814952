// `npm run spec`: every rule with its number of tests, then what does not fit.
import { specCoverage } from './spec/coverage.ts'
import type { Status } from './spec/rules.ts'

const { rules, complaints } = specCoverage()

for (const group of new Set(rules.map((rule) => rule.group))) {
  console.log(`\n${group}`)
  for (const { id, status, tests } of rules.filter((rule) => rule.group === group)) {
    console.log(`  ${id.padEnd(8)} ${status.padEnd(7)} ${String(tests).padStart(3)} ${tests === 1 ? 'test' : 'tests'}`)
  }
}

const withStatus = (wanted: Status) => rules.filter(({ status }) => status === wanted).length
const tested = rules.filter(({ tests }) => tests > 0).length
console.log(
  `\n${rules.length} rules, ${withStatus('built')} built, ${withStatus('decided')} decided, ${tested} with tests`,
)
for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length > 0 ? 1 : 0
