import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

export type Page<Props> = LazyExoticComponent<ComponentType<Props>> & { preload: () => void }

/** A page in its own file, loaded when visited, or earlier when somebody is about to. */
export function lazyPage<Props>(load: () => Promise<ComponentType<Props>>): Page<Props> {
  const once = () => load().then((page) => ({ default: page }))
  return Object.assign(lazy(once), { preload: () => void once().catch(() => undefined) })
}
