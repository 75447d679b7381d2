import { useEffect, useRef, type ComponentProps } from 'react'
import { cx } from '@/lib/cx'

interface ActBarProps extends ComponentProps<'div'> {
  /** As wide as the page, or as the column of a form. */
  within?: 'page' | 'column'
  /** Something is being picked: the bar stands for that now. */
  picking?: boolean
}

/** The acts of a page at its foot, always in sight. What passes by keeps clear of it: it tells its height to the page. */
export function ActBar({ within = 'page', picking, className, ...rest }: ActBarProps) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = bar
    if (!current) return
    const page = document.documentElement.style
    const sized = new ResizeObserver(() => page.setProperty('--act-height', `${current.offsetHeight}px`))
    sized.observe(current)
    return () => {
      sized.disconnect()
      page.removeProperty('--act-height')
    }
  }, [])
  return (
    <div
      ref={bar}
      className={cx(
        'sticky bottom-(--bar-height) z-20 -mx-4 border-t bg-ground px-4 py-2.5 sm:py-3',
        within === 'page' ? 'sm:-mx-6 sm:px-6 lg:-mx-10 lg:px-10' : 'sm:mx-0 sm:px-0',
        picking ? 'border-lamp-ink' : 'border-edge',
        className,
      )}
      {...rest}
    />
  )
}
