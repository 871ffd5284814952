// The demo's server with one more screen: the one that the shell's journeys try out.
import { openDemo, readDemoEnvironment } from '@comanda/demo/program/open-demo'

const folder = process.env.TRIAL_SCREEN
if (folder === undefined) throw new Error('TRIAL_SCREEN names the folder of the built screen')
const server = await openDemo(readDemoEnvironment(process.env), {}, new Map([['/trial', folder]]))
process.stdout.write(`The trial is open on ${server.url}\n`)
process.once('SIGTERM', () => void server.close())
