// Which screens were built beside this server. One that is not there is not served, and the start page says so.

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const workspaces = {
  '/waiter': 'waiter-ui',
  '/kitchen': 'kitchen-display',
  '/front': 'front-terminal',
  '/office': 'office',
  '/board': 'board',
} as const

const project = new URL('../../../', import.meta.url)

export function builtScreens(): ReadonlyMap<string, string> {
  const found = Object.entries(workspaces).flatMap(([path, workspace]): [string, string][] => {
    const folder = fileURLToPath(new URL(`${workspace}/dist/`, project))
    return existsSync(`${folder}index.html`) ? [[path, folder]] : []
  })
  return new Map(found)
}
