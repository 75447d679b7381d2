import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/studio.css'
import { App } from './app/app'
import { readAhead } from './app/gate'

readAhead(location.pathname)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

// For the share sheet of a phone only, so that it may come last. It is a file of the build: development has none.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined))
}
