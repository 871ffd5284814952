// docs/SPEC.md as data: one table row a rule, `| ID | status | rule |`, under one heading a group.

/** decided: its truth holds on the server and in every device's rules, and is tested; its screen is still to come. */
export type Status = 'built' | 'decided' | 'later'

export type Rule = { id: string; status: Status; group: string }

export const ruleId = /[A-Z]{1,5}-\d+/

export function readRules(markdown: string): { rules: Rule[]; complaints: string[] } {
  const rules: Rule[] = []
  const complaints: string[] = []
  let group = ''
  for (const line of markdown.split('\n')) {
    group = /^## (.+)$/.exec(line)?.[1] ?? group
    const [id = '', status = '', text = ''] = cellsOf(line)
    if (!new RegExp(`^${ruleId.source}$`).test(id)) continue
    if (rules.some((rule) => rule.id === id)) complaints.push(`docs/SPEC.md: ${id} stands there twice`)
    if (!text) complaints.push(`docs/SPEC.md: ${id} has no words`)
    if (isStatus(status)) rules.push({ id, status, group })
    else complaints.push(`docs/SPEC.md: ${id} is "${status}", not built, decided or later`)
  }
  return { rules, complaints }
}

function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return []
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

function isStatus(word: string): word is Status {
  return word === 'built' || word === 'decided' || word === 'later'
}
