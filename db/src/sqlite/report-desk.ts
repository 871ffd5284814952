// The reports' side of the facts: whoever asks for a report gets it of facts that reach as far as the log did when it was
// asked. A step brings them closer by some events only, so that whoever cannot wait is heard in between.
import type { Upcast } from '@comanda/shared/domain/upcast'
import { RestaurantId } from '@comanda/shared/model/ids'
import type { Database } from 'better-sqlite3'
import { discardFacts, type FactsOptions, isDamaged, openFacts } from './facts/open.ts'
import { createProjection, type Projection, type Reached } from './facts/projection.ts'
import { classifyFailure } from './failures.ts'
import type { Migration } from './migrations.ts'
import { openReader } from './open.ts'
import type { ReportAsk } from './report-messages.ts'
import { createReportReader, type ReportReader } from './reports/reader.ts'

export type ReportDeskOptions = FactsOptions & { upcast: Upcast; migrations?: readonly Migration[] }

export type ReportStep = { kind: 'made'; value: unknown } | { kind: 'behind'; reach: number }

export type ReportDesk = {
  step(ask: ReportAsk, reach?: number, asItIs?: boolean): ReportStep
  close(): void
}

/** Somebody waits for these. */
const eventsAtOnce = 1000
/** Nobody does: a core that orders need is given back within milliseconds. */
const eventsInBackground = 100

type Opened = { log: Database; database: Database; projection: Projection; reader: ReportReader }

const open = ({ upcast, migrations, ...options }: ReportDeskOptions): Opened => {
  const log = openReader({ file: options.file, ...(migrations === undefined ? {} : { migrations }) })
  try {
    const database = openFacts(options)
    return {
      log,
      database,
      projection: createProjection({ database, log, options, upcast }),
      reader: createReportReader(database),
    }
  } catch (error) {
    log.close()
    throw error
  }
}

const read = (reader: ReportReader, ask: Exclude<ReportAsk, { kind: 'project' }>): unknown => {
  switch (ask.kind) {
    case 'daily':
      return reader.daily(ask.restaurantId, ask.terms)
    case 'entries':
      return reader.entries(ask.restaurantId, ask.terms, ask.filter)
    case 'payments':
      return reader.payments(ask.restaurantId, ask.range)
    case 'closings':
      return reader.closings(ask.restaurantId, ask.range)
    case 'figures':
      return reader.figures(ask.restaurantId, ask.date)
    default:
      return ask satisfies never
  }
}

export const createReportDesk = (options: ReportDeskOptions): ReportDesk => {
  let opened: Opened | undefined

  const close = (): void => {
    opened?.database.close()
    opened?.log.close()
    opened = undefined
  }

  /** A disk that takes no more takes no orders either: the facts stay where they are, and the report says where. */
  const catchUp = ({ projection }: Opened, restaurantId: RestaurantId, atMost: number): Reached | 'stuck' => {
    try {
      return projection.catchUp(restaurantId, atMost)
    } catch (error) {
      const failure = classifyFailure(error)
      if (failure === 'busy') return projection.reached(restaurantId)
      if (failure === 'full' || failure === 'readonly') return 'stuck'
      throw error
    }
  }

  const take = (ask: ReportAsk, reach: number | undefined, asItIs: boolean): ReportStep => {
    opened ??= open(options)
    const restaurantId = RestaurantId.parse(ask.restaurantId)
    if (ask.kind === 'project') {
      const reached = catchUp(opened, restaurantId, eventsInBackground)
      return { kind: 'made', value: reached === 'stuck' ? opened.projection.reached(restaurantId) : reached }
    }
    const reached = asItIs ? 'stuck' : catchUp(opened, restaurantId, eventsAtOnce)
    if (reached !== 'stuck') {
      const wanted = reach ?? reached.head
      if (reached.seq < wanted) return { kind: 'behind', reach: wanted }
    }
    return { kind: 'made', value: read(opened.reader, ask) }
  }

  return {
    close,
    step: (ask, reach, asItIs = false) => {
      try {
        return take(ask, reach, asItIs)
      } catch (error) {
        // What is torn shows itself at any page.
        if (!isDamaged(error)) throw error
        close()
        discardFacts(options.file)
        return take(ask, reach, asItIs)
      }
    },
  }
}
