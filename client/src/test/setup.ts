import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

// The files of a run share one page and what is read of packages; what the client keeps in its modules is new for each.
vi.resetModules()

// The first look at a page waits until its file is read: on two busy cores that took three seconds.
configure({ asyncUtilTimeout: 15_000, getElementError: (message) => new Error(message ?? 'Not found.') })

// What Radix asks of a browser and jsdom lacks. Nothing is laid out in tests, so that empty answers are true ones.
class Observer {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= Observer as unknown as typeof ResizeObserver
globalThis.IntersectionObserver ??= Observer as unknown as typeof IntersectionObserver
Element.prototype.scrollIntoView ??= () => undefined
Element.prototype.hasPointerCapture ??= () => false
Element.prototype.setPointerCapture ??= () => undefined
Element.prototype.releasePointerCapture ??= () => undefined
window.scrollTo = () => undefined

afterEach(() => {
  cleanup()
  localStorage.clear()
  document.documentElement.removeAttribute('data-theme')
  document.body.removeAttribute('style')
})
