import type { Page } from '@playwright/test'

/** A frame at sixty a second, with the millisecond by which a screen's clock is off. Milliseconds, as all here. */
export const atSixty = 1000 / 60 + 1

export interface Frames {
  frames: number
  median: number
  p95: number
  worst: number
  longTasks: number
  longest: number
}

/** Takes a step in the page each frame until there is none left (a step says so), and tells how long the frames took. */
export async function frames(page: Page, step: () => boolean): Promise<Frames> {
  await page.evaluate(`window.step = ${step.toString()}`)
  return page.evaluate(
    () =>
      new Promise<Frames>((done) => {
        const { step } = window as unknown as { step: () => boolean }
        const long: number[] = []
        const watch = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)))
        watch.observe({ type: 'longtask' })
        const took: number[] = []
        let last = performance.now()
        const next = (now: number) => {
          took.push(now - last)
          last = now
          if (step()) return void requestAnimationFrame(next)
          watch.disconnect()
          const sorted = took.slice(1).sort((a, b) => a - b)
          const at = (share: number) => Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1))
          const longest = Math.round(Math.max(0, ...long))
          const worst = at(1 - 1 / sorted.length)
          done({ frames: sorted.length, median: at(0.5), p95: at(0.95), worst, longTasks: long.length, longest })
        }
        requestAnimationFrame(next)
      }),
  )
}

export function inWords({ frames, median, p95, worst, longTasks, longest }: Frames): string {
  return `${frames} frames, median ${median} ms, p95 ${p95} ms, worst ${worst} ms, ${longTasks} long tasks (longest ${longest} ms)`
}
