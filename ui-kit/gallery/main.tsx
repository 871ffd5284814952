import '../src/css/tokens.css'
import '../src/css/base.css'
import '../src/css/components.css'
import './gallery.css'
import { render } from 'preact'
import { Gallery } from './gallery.tsx'

const root = document.getElementById('root')
if (root) render(<Gallery />, root)
