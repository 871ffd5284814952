// The report of a business day, for whoever runs the place. It is read on the reports' own thread, so it holds up no order.

import { LogUnavailable } from '@comanda/db/log'
import { type CsvTerms, dailyReportCsv } from '@comanda/db/report-csv'
import type { Reports } from '@comanda/db/reports'
import { assertNever } from '@comanda/shared/domain/decision'
import type { State } from '@comanda/shared/domain/state'
import type { AreaId, ItemId, RestaurantId, StaffId, StationId } from '@comanda/shared/model/ids'
import { BusinessDate } from '@comanda/shared/model/instant'
import type { Role } from '@comanda/shared/model/staff'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { ApiError, languageOf } from './api-error.ts'
import { type Asker, bodyAs } from './asked.ts'

const readers: readonly Role[] = ['manager', 'owner']

const isDay = (date: string): boolean => {
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}
const Query = z.object({ date: BusinessDate.refine(isDay, 'a day that there is, as YYYY-MM-DD') })

export type ReportParts = {
  readonly restaurantId: RestaurantId
  readonly restaurant: OpenRestaurant
  readonly reports: Reports
  readonly asker: Asker
}

/** What the disk cannot give now, it may give later. */
const made = <Report>(report: Promise<Report>): Promise<Report> =>
  report.catch((cause: unknown) => {
    throw cause instanceof LogUnavailable ? new ApiError('log-unavailable') : cause
  })

export function reportRoutes(app: FastifyInstance, parts: ReportParts): void {
  const { restaurant, reports, asker, restaurantId } = parts

  const read = async (request: FastifyRequest) => {
    await asker.staff(request, readers)
    const { date } = bodyAs(Query, request.query)
    const { zone } = restaurant.state().catalog.settings
    return { date, report: await made(reports.daily(restaurantId, { from: date, to: date, zone })) }
  }

  app.get('/api/reports/daily', async (request, reply) => {
    const { report } = await read(request)
    const { currency, minorDigits } = restaurant.state().catalog.settings
    return reply.header('cache-control', 'no-store').send({ currency, minorDigits, ...report })
  })

  app.get('/api/reports/daily.csv', async (request, reply) => {
    const { date, report } = await read(request)
    const state = restaurant.state()
    const language = languageOf(request.headers['accept-language'])
    const { minorDigits } = state.catalog.settings
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="daily-${date}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(dailyReportCsv(report, { minorDigits, language, nameOf: namesIn(state, language) }))
  })
}

function namesIn({ catalog }: State, language: 'en' | 'ru'): CsvTerms['nameOf'] {
  const { people, areas, stations, items } = catalog
  return (kind, id) => {
    switch (kind) {
      case 'person':
        return people[id as StaffId]?.name
      case 'area':
        return areas[id as AreaId]?.name[language]
      case 'station':
        return stations[id as StationId]?.name[language]
      case 'dish':
        return items[id as ItemId]?.name[language]
      default:
        return assertNever(kind)
    }
  }
}
