import { screenConfig } from '@comanda/app-shell/vite/screen-config'
import { defineConfig } from 'vite'

export default defineConfig(screenConfig({ name: 'kitchen', title: 'Kitchen', budget: 45 }))
