// Turns rounds of figures into what the table and latest.json show: medians, ratios to the reference, goals met or not.
import { median, medianRatio } from './figures/figures.ts'
import { formatFigure, renderTable } from './figures/table.ts'
import type { Kind } from './launch/kinds.ts'
import type { Column, Figures, Goal, Scenario } from './scenarios/scenario.ts'

export interface Row {
  readonly kind: Kind
  readonly medians: Figures
  readonly ratios: Figures
  readonly rounds: readonly Figures[]
}

export interface GoalOutcome {
  readonly text: string
  readonly figure: number
  readonly met: boolean
}

export interface ScenarioReport {
  readonly name: string
  readonly title: string
  readonly reference: Kind
  readonly rows: readonly Row[]
  readonly goals: readonly GoalOutcome[]
}

export function reportOn(scenario: Scenario, roundsOf: ReadonlyMap<Kind, readonly Figures[]>): ScenarioReport {
  const reference = roundsOf.get(scenario.reference) ?? []
  const rows = [...roundsOf].map(([kind, rounds]): Row => {
    const columnOf = (from: readonly Figures[], key: string): number[] => from.map((round) => round[key] ?? Number.NaN)
    const figures = (figure: (column: Column) => number, columns: readonly Column[]): Figures =>
      Object.fromEntries(columns.map((column) => [column.key, figure(column)]))
    return {
      kind,
      rounds,
      medians: figures(({ key }) => median(columnOf(rounds, key)), scenario.columns),
      ratios: figures(
        ({ key }) => medianRatio(columnOf(rounds, key), columnOf(reference, key)),
        scenario.columns.filter(({ ratio }) => ratio === true),
      ),
    }
  })
  const own = rows.find(({ kind }) => kind === 'comanda')
  const { name, title } = scenario
  const goals = own === undefined ? [] : scenario.goals.map((goal) => outcomeOf(goal, own))
  return { name, title, reference: scenario.reference, rows, goals }
}

function outcomeOf(goal: Goal, row: Row): GoalOutcome {
  const figure = (goal.of === 'ratio' ? row.ratios : row.medians)[goal.column] ?? Number.NaN
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY, text } = goal
  return { text, figure, met: figure >= atLeast && figure <= atMost }
}

/** A ratio column stands behind its figure. */
export function renderScenario(report: ScenarioReport, columns: readonly Column[]): string {
  const header = columns.flatMap(({ label, ratio }) => (ratio ? [label, `x ${report.reference}`] : [label]))
  const cells = (row: Row): string[] =>
    columns.flatMap(({ key, digits, ratio }) => {
      const figure = formatFigure(row.medians[key] ?? Number.NaN, digits)
      return ratio ? [figure, formatFigure(row.ratios[key] ?? Number.NaN, 2)] : [figure]
    })
  const table = renderTable(
    ['system', ...header],
    report.rows.map((row) => [row.kind, ...cells(row)]),
  )
  const goals = report.goals.map(
    ({ text, figure, met }) => `${met ? 'met   ' : 'MISSED'}  ${text}: ${formatFigure(figure, 2)}`,
  )
  return [`${report.name}: ${report.title}`, table, ...goals].join('\n')
}
