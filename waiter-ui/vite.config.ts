// The waiter's program as the server serves it at /waiter/: hashed files beside one page.
import { screenConfig } from '@comanda/app-shell/vite/screen-config'
import { defineConfig } from 'vite'

export default defineConfig(screenConfig({ name: 'waiter', title: 'Orders', budget: 60 }))
