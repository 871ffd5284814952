// Somebody else's yes on the glass: a manager's PIN in place, a badge, and a request that a manager answers elsewhere.
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { waitUntil } from '../faults/harness/real-time.ts'
import { startProgram } from '../faults/harness/running-program.ts'
import { comandaProgram } from '../faults/harness/server-process.ts'
import { barriers } from './harness/accessible.ts'
import { trialScreens } from './harness/trial-screens.ts'
import { typePin } from './harness/type-pin.ts'

const at = trialScreens()

const approved = (page: Page): Promise<unknown> => waitUntil('the yes to arrive', () => page.evaluate('trial.approved'))

async function asking(person: string) {
  const screen = await at.screen({ person })
  await screen.page.getByRole('button', { name: 'Ask for a yes' }).click()
  await screen.page.getByRole('dialog').waitFor()
  return screen
}

/** As the one who keeps the server does it, while it runs. */
async function badgeOf(staffId: string): Promise<string> {
  const cli = await startProgram({
    program: comandaProgram,
    args: ['badge', staffId],
    env: { COMANDA_DATA: at.trial.house.server.data },
  })
  const [badge] = await cli.line(/^CMD[A-Za-z0-9_-]{43}$/)
  await cli.ended
  return badge
}

/** As a scanner does it: faster than any hand, ended by Enter. */
async function scan(page: Page, badge: string): Promise<void> {
  await page.keyboard.type(badge)
  await page.keyboard.press('Enter')
}

test("[ADM-6] a manager's PIN in place says yes; only those who may say it are asked for", async () => {
  const { page, context, complaints } = await asking('ana')
  const dialog = page.getByRole('dialog')
  // its words come in a load of their own
  await dialog.getByRole('button', { name: 'Pablo' }).waitFor()
  expect(await dialog.getByRole('button', { name: 'Bruno' }).count()).toBe(0)
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Pablo' }).click()
  await typePin(page, '0000')
  await dialog.getByText('The PIN is wrong.').waitFor()
  await typePin(page, '5555')
  await approved(page)
  await dialog.waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
  await context.close()
})

test('[ADM-6] a request shows on the manager’s device with both names, and one tap answers it', async () => {
  const manager = await at.screen({ person: 'pablo' })
  await manager.page.getByRole('heading', { name: 'Pablo first' }).waitFor()
  const { page, context } = await asking('leo')
  await page.getByRole('button', { name: 'Ask the managers’ devices' }).click()
  await page.getByText(/Waiting for an answer, (2:00|1:5\d) left/).waitFor()
  await manager.page.getByText('Leo asks: line.void-started').waitFor()
  expect(await barriers(manager.page)).toEqual([])
  await manager.page.getByRole('button', { name: 'Refuse' }).click()
  await page.getByText('The answer was no.').waitFor()
  await page.getByRole('button', { name: 'Ask the managers’ devices' }).click()
  await manager.page.getByRole('button', { name: 'Allow' }).click()
  await approved(page)
  expect(await manager.page.getByText('Leo asks').count()).toBe(0)
  await context.close()
  await manager.close()
})

test('[ADM-6] a badge signs in and says yes; a new one makes the old one worthless', async () => {
  const old = await badgeOf('pablo')
  const badge = await badgeOf('pablo')
  const { page, context } = await asking('ana')
  await scan(page, old)
  await page.getByText('There is no such person on the staff.').waitFor()
  await scan(page, badge)
  await approved(page)
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await scan(page, badge)
  await page.getByRole('heading', { name: 'Pablo first' }).waitFor()
  await context.close()
})
