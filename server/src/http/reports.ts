// The report of a business day, for whoever runs the place. It is read on the reports' own thread, so it holds up no order.

import { dailyReportCsv } from '@comanda/db/report-csv'
import type { Reports } from '@comanda/db/reports'
import type { State } from '@comanda/shared/domain/state'
import type { RestaurantId } from '@comanda/shared/model/ids'
import { BusinessDate } from '@comanda/shared/model/instant'
import type { Role } from '@comanda/shared/model/staff'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { OpenRestaurant } from '../restaurant/open-restaurant.ts'
import { languageOf } from './api-error.ts'
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

export function reportRoutes(app: FastifyInstance, parts: ReportParts): void {
  const { restaurant, reports, asker, restaurantId } = parts

  const read = async (request: FastifyRequest) => {
    await asker.staff(request, readers)
    const { date } = bodyAs(Query, request.query)
    const { zone } = restaurant.state().catalog.settings
    return { date, report: await reports.daily(restaurantId, { from: date, to: date, zone }) }
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

function namesIn({ catalog }: State, language: 'en' | 'ru'): (id: string) => string | undefined {
  const names = new Map<string, string>()
  for (const person of Object.values(catalog.people)) if (person !== undefined) names.set(person.id, person.name)
  for (const place of [...Object.values(catalog.areas), ...Object.values(catalog.stations)]) {
    if (place !== undefined) names.set(place.id, place.name[language])
  }
  return (id) => names.get(id)
}
