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
