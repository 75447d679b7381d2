import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../studio/fixtures'
import { owner } from '../studio/studio'
import { generateButton, promptBox } from '../studio/visitor'

test('the keyboard alone signs in, orders a clip, opens it in the gallery and plays it', async ({ page }) => {
  await page.goto('/')
  await reach(page, page.getByLabel('Email'))
  await page.keyboard.type(owner.email)
  await reach(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.type(owner.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation').first()).toBeVisible()

  await reach(page, page.getByRole('link', { name: 'Create', exact: true }).first())
  await page.keyboard.press('Enter')
  await reach(page, promptBox(page))
  await page.keyboard.type('Typed without a mouse')
  await reach(page, generateButton(page))
  await page.keyboard.press('Enter')
  const stage = page.getByRole('region', { name: 'Last clip' })
  await expect(stage.getByText('Typed without a mouse')).toBeVisible()

  await reach(page, page.getByRole('link', { name: 'Gallery', exact: true }).first())
  await page.keyboard.press('Enter')
  await reach(page, page.getByRole('link', { name: /Typed without a mouse/ }))
  await page.keyboard.press('Enter')
  const video = page.getByRole('dialog').locator('video')
  await expect.poll(() => video.evaluate((it: HTMLVideoElement) => it.currentTime)).toBeGreaterThan(0)
  await reach(page, page.getByRole('dialog').getByRole('button', { name: /^(Pause|Play)$/ }))
  const was = await video.evaluate((it: HTMLVideoElement) => it.paused)
  await page.keyboard.press('Enter')
  await expect.poll(() => video.evaluate((it: HTMLVideoElement) => it.paused)).toBe(!was)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

/** Tabs on until it has the focus; anything that the keyboard cannot reach ends the test. */
async function reach(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let pressed = 0; pressed < 120; pressed++) {
    if (await target.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}
