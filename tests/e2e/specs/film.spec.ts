import { execFileSync } from 'node:child_process'
import { Film } from '../studio/film'
import { expect, test } from '../studio/fixtures'

test('an approved board is rendered, composed and taken away as a file that plays to its end', async ({
  page,
  visitor,
}) => {
  const film = await Film.ofASong(visitor)
  const { shots } = await film.approved()
  await page.goto(`/projects/${film.id}/takes`)
  await page.getByRole('button', { name: new RegExp(`^Render ${shots.length} shots`) }).click()
  await page.getByRole('link', { name: 'To the cut' }).last().click()

  await page.getByRole('button', { name: 'Compose the film' }).click()
  await page.getByRole('link', { name: 'To the export' }).click()

  const poster = page.getByRole('listitem', { name: 'Poster' })
  await poster.getByRole('button', { name: /^Make it/ }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the film' }).click()
  const file = await coming
  await expect(poster.getByRole('link', { name: /^Download/ })).toBeVisible()
  expect(file.suggestedFilename()).toMatch(/\.mp4$/)
  const path = await file.path()
  const told = execFileSync('ffprobe', [
    '-v',
    'error',
    '-show_entries',
    'stream=codec_name:format=duration',
    '-of',
    'json',
    path,
  ])
  const { streams, format } = JSON.parse(told.toString()) as {
    streams: { codec_name: string }[]
    format: { duration: string }
  }
  expect(streams.map((stream) => stream.codec_name).sort()).toEqual(['aac', 'h264'])
  expect(Number(format.duration)).toBeCloseTo(20, 0)
  // Any complaint of the decoder on the way to the last frame ends this with an error.
  execFileSync('ffmpeg', ['-v', 'error', '-xerror', '-i', path, '-f', 'null', '-'])
})
