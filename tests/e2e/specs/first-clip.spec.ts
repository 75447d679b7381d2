import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import { expectAccessible } from '../studio/axe'
import { expect, test } from '../studio/fixtures'
import { owner, Studio } from '../studio/studio'
import { generateButton, promptBox, Visitor, type Order } from '../studio/visitor'

test('a first visitor goes from the set-up code to a clip that plays, is downloaded whole and is deleted at Venice', async ({
  browser,
}) => {
  // Slow enough that a clip is seen under way.
  const studio = await Studio.open({ owner: false, speed: 40 })
  const context = await browser.newContext({ baseURL: studio.address })
  const page = await context.newPage()
  try {
    await setUp(page, studio.setUpCode)
    await order(page)
    await watchItBeMade(page)
    const clip = await play(page)
    await download(page, clip)
    await expect(page.getByText(/^Deleted at Venice on/)).toBeVisible()
    expect((await new Visitor(context).clip(clip.id)).cleanedUpAt).not.toBeNull()
  } finally {
    await context.close()
    await studio.close()
  }
})

async function setUp(page: Page, code: string) {
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Set up your studio' })).toBeVisible()
  await expectAccessible(page, '/setup')
  await page.getByLabel('Set-up code').fill(code)
  await page.getByLabel('Email').fill(owner.email)
  await page.getByLabel('Your name').fill('Vera')
  await page.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.getByRole('button', { name: 'Open the studio' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveURL(/\/$/)
}

async function order(page: Page) {
  await page.getByRole('link', { name: 'Create', exact: true }).first().click()
  await page.getByLabel('Theme').fill('A paper boat on a flooded square, first light')
  await page.getByRole('button', { name: 'Write the prompt' }).click()
  await expect(page.getByRole('button', { name: 'Write the prompt' })).toBeVisible()
  await expect(promptBox(page)).toHaveValue(/\w+ \w+ \w+/)
  await expect(page.getByText(/The last one cost/)).toBeVisible()
  await page.getByRole('switch', { name: 'Clean up at Venice' }).click()
  await expect(page.getByText(/Rehearsal: nothing is paid/).first()).toBeVisible()
  await generateButton(page).click()
}

async function watchItBeMade(page: Page) {
  const working = page.getByRole('region', { name: 'Working now' })
  await expect(working.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Last clip' }).locator('video')).toBeVisible()
  await expect(working).toBeHidden()
}

async function play(page: Page): Promise<Order> {
  await page.getByRole('link', { name: 'Gallery', exact: true }).first().click()
  await page.getByRole('main').locator('a[href^="/clips/"]').first().click()
  const video = page.getByRole('dialog').locator('video')
  await expect.poll(() => video.evaluate((it: HTMLVideoElement) => it.readyState)).toBeGreaterThanOrEqual(3)
  await expect.poll(() => video.evaluate((it: HTMLVideoElement) => it.currentTime)).toBeGreaterThan(0.2)
  const id = /clips\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  return new Visitor(page.context()).clip(id)
}

async function download(page: Page, clip: Order) {
  const coming = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('link', { name: 'Download' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/\.mp4$/)
  const bytes = await readFile(await file.path())
  expect(bytes.subarray(4, 8).toString('latin1')).toBe('ftyp')
  expect(bytes.length).toBe(clip.media?.bytes)
}
