// Rules and tests held against each other: a rule that is built or decided has a test, and a test names rules that exist.
import { readText, readWorkspaces, root, sourceFiles } from '../source/files.ts'
import { parseFile } from '../source/parse.ts'
import { type Rule, readRules } from './rules.ts'
import { testTitles } from './titles.ts'

export type Coverage = { rules: (Rule & { tests: number })[]; complaints: string[] }

type NamedTest = { path: string; text: string; ids: string[] }

export function specCoverage(base = root): Coverage {
  const { rules, complaints } = readRules(readText('docs/SPEC.md', base))
  const tests = readTests(base)
  const known = new Set(rules.map(({ id }) => id))

  const counted = rules.map((rule) => ({ ...rule, tests: tests.filter(({ ids }) => ids.includes(rule.id)).length }))
  const unproven = counted
    .filter(({ status, tests: count }) => status !== 'later' && count === 0)
    .map(({ id, status }) => `${id} is marked ${status}, and no test is named [${id}]`)
  const unknown = tests.flatMap(({ path, text, ids }) =>
    ids.filter((id) => !known.has(id)).map((id) => `${path}: "${text}" names ${id}, which is not in docs/SPEC.md`),
  )
  return { rules: counted, complaints: [...complaints, ...unproven, ...unknown] }
}

function readTests(base: string): NamedTest[] {
  return readWorkspaces(base)
    .flatMap(({ folder }) => sourceFiles(folder, base))
    .filter((path) => /\.test\.tsx?$|\/testing\//.test(path))
    .flatMap((path) => testTitles(parseFile(path, readText(path, base))).map((title) => ({ path, ...title })))
}
