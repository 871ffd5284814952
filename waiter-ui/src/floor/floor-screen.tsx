import type { VNode } from 'preact'
import { HomeScreen } from '../home/home-screen.tsx'

export function FloorScreen(_props: { view: 'map' | 'list' }): VNode {
  return <HomeScreen />
}
