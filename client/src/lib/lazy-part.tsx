import { startTransition, useEffect, useState, type ComponentType } from 'react'

export type LazyPart<Props> = ComponentType<Props> & {
  /** Reads the file ahead. */
  preload: () => void
}

/**
 * A part of the studio in a file of its own, read when it is first shown, or earlier when somebody is about to see it. One that was read
 * ahead is there with the first render. `Suspense` is not used: after it has shown something else it holds back what has come for 300 ms.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile?: ComponentType,
): LazyPart<Props> {
  let part: ComponentType<Props> | null = null
  let coming: Promise<ComponentType<Props>> | null = null

  // A file that did not come is asked for again by whoever wants it next.
  const ask = () =>
    (coming ??= load().then(
      (loaded) => (part = loaded),
      (problem: unknown) => {
        coming = null
        throw problem
      },
    ))

  function Part(props: Props) {
    const [Shown, setShown] = useState(() => part)
    const [problem, setProblem] = useState<unknown>(null)
    useEffect(() => {
      if (Shown) return
      let wanted = true
      ask().then(
        (loaded) => wanted && startTransition(() => setShown(() => loaded)),
        (reason: unknown) => wanted && setProblem(reason),
      )
      return () => {
        wanted = false
      }
    }, [Shown])
    if (problem) throw problem
    if (Shown) return <Shown {...props} />
    return Meanwhile ? <Meanwhile /> : null
  }

  return Object.assign(Part, { preload: () => void ask().catch(() => undefined) })
}
