import { useEffect } from 'react'

/** Names the page in the tab, in the history and to a screen reader; a part of a page leaves that to the page. */
export function useTitle(title: string, own = true): void {
  useEffect(() => {
    if (own) document.title = `${title} · Venice Music Video Studio`
  }, [title, own])
}
