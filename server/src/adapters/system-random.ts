// Randomness that nobody can guess: tokens, codes and ids are made of it.
import { randomBytes } from 'node:crypto'
import type { RandomBytes } from '@comanda/shared/ports/random'

export const systemRandom: RandomBytes = (length) => randomBytes(length)
