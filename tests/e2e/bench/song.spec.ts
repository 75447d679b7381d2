import type { Page } from '@playwright/test'
import { Film } from '../studio/film'
import { expect, test } from '../studio/fixtures'
import { songFile } from '../studio/song'
import { atSixty, frames, inWords } from './frames'

const fourMinutes = 240
const twentyMinutes = 1200

test('the waveform of a 4-minute song is seen within a second of its upload', async ({ page, visitor: _owner }) => {
  await page.goto('/')
  const file = songFile(fourMinutes)
  const seen = page.evaluate(firstWave)
  await page.getByTestId('song-file').setInputFiles(file)
  const after = await seen
  console.log(`from the end of the upload to the first of the waveform: ${Math.round(after)} ms`)
  expect(after).toBeLessThan(1000)
})

test('a 20-minute song is moved and zoomed at sixty frames a second', async ({ page, visitor }) => {
  test.setTimeout(600_000)
  const track = await Film.song(visitor, songFile(twentyMinutes))
  await page.goto(`/songs/${track}`)
  const slider = page.getByRole('slider', { name: 'Position in the song' })
  await expect(slider).toBeVisible()
  await page.waitForLoadState('networkidle')

  const zoomed = await moved(page, { deltaY: -40 })
  const panned = await moved(page, { deltaX: 60 })
  const back = await moved(page, { deltaY: 40 })
  console.log(`zooming in: ${inWords(zoomed)}`)
  console.log(`moving along: ${inWords(panned)}`)
  console.log(`zooming out: ${inWords(back)}`)
  for (const one of [zoomed, panned, back]) {
    expect(one.p95).toBeLessThanOrEqual(atSixty)
    expect(one.longTasks).toBe(0)
  }
})

/** Milliseconds from the last byte of the upload to the first picture of a canvas whose middle is not as its corner. */
function firstWave(): Promise<number> {
  return new Promise((done) => {
    const look = () => {
      const uploads = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/uploads/'))
      const end = Math.max(0, ...uploads.map((entry) => (entry as PerformanceResourceTiming).responseEnd))
      const drawn = Array.from(document.querySelectorAll('canvas')).some((canvas) => {
        if (canvas.width < 100 || canvas.height < 20) return false
        const { data } = canvas.getContext('2d')!.getImageData(0, canvas.height >> 1, canvas.width, 1)
        const pixels = new Uint32Array(data.buffer)
        return pixels.filter((pixel) => pixel !== pixels[pixels.length - 1]).length > 5
      })
      if (end > 0 && drawn) done(performance.now() - end)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** Three seconds of a wheel over the song, a notch each frame. */
async function moved(page: Page, by: { deltaX?: number; deltaY?: number }) {
  await page.evaluate((notch) => Object.assign(window, { notch, left: 180 }), by)
  return frames(page, () => {
    const state = window as unknown as { notch: WheelEventInit; left: number }
    const stage = document.querySelector('[role="slider"][aria-label="Position in the song"]')!
    const box = stage.getBoundingClientRect()
    const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }
    stage.dispatchEvent(new WheelEvent('wheel', { ...state.notch, ...at, bubbles: true, cancelable: true }))
    return --state.left > 0
  })
}
