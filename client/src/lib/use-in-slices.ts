import { useEffect, useState, useTransition } from 'react'

/**
 * What has become true, a render later that gives way to the browser between its parts: an answer is otherwise rendered in one piece,
 * which for the first picture of a whole page takes a phone most of a second.
 */
export function useInSlices(now: boolean) {
  const [seen, setSeen] = useState(now)
  const [, start] = useTransition()
  useEffect(() => {
    if (now) start(() => setSeen(true))
  }, [now])
  return seen
}
