// Loaded before the program under test: its wall clock is off by what a file says, at every moment. What only goes
// forward, and every timer, goes on as before, as when somebody sets a machine's clock.
import { readFileSync } from 'node:fs'

const { CLOCK_OFFSET_FILE = '' } = process.env
const real = Date.now

Date.now = () => real() + Number(readFileSync(CLOCK_OFFSET_FILE, 'latin1'))
