// The daily report of one day of the past, as the manager's office asks for it over HTTP.
import { get } from 'node:http'
import { devicesIn } from './access.ts'

const dayMs = 86_400_000

/** Reads the report of so many days ago and resolves when all of it is here. Rejects anything but a report with sales. */
export function readDaily(port: number, access: Readonly<Record<string, string>>, daysAgo: number): Promise<void> {
  const { office } = devicesIn(access)
  const date = new Date(Date.now() - daysAgo * dayMs).toISOString().slice(0, 10)
  const headers = { cookie: `comanda_device=${office.token}; comanda_staff=${office.sid}` }
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: `/api/reports/daily?date=${date}`, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('error', reject)
      response.once('end', () => {
        const text = Buffer.concat(parts).toString()
        if (response.statusCode === 200 && soldIn(JSON.parse(text)) > 0) resolve()
        else reject(new Error(`the report of ${date} came as ${response.statusCode}: ${text.slice(0, 200)}`))
      })
    }).once('error', reject)
  })
}

function soldIn(report: unknown): number {
  if (typeof report !== 'object' || report === null || !('orders' in report)) return 0
  return typeof report.orders === 'number' ? report.orders : 0
}
