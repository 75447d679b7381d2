import { expect, test } from '../studio/fixtures'
import { songFile } from '../studio/song'

test('a song becomes a storyboard that is asked about, written, rewritten, drawn and approved at its price, and a reload in the middle loses nothing', async ({
  page,
  visitor: _owner,
}) => {
  await page.goto('/')
  await page.getByTestId('song-file').setInputFiles(songFile())
  await expect(page).toHaveURL(/\/songs\//)
  await expect(page.getByText('120 BPM').first()).toBeVisible({ timeout: 60_000 })
  await page.getByText('Make a video of it').click()

  await page.getByLabel('What is the film about?').fill('Two sisters row home through the flooded city')
  await page.getByText('Calm', { exact: true }).click()
  await page.getByRole('button', { name: /^Ask me/ }).click()
  const mood = page.getByRole('group', { name: 'Suggestions: How should it feel?' })
  await mood.getByRole('button', { name: 'Restless' }).click()
  await expect(page.getByText('Saved').first()).toBeVisible()
  await page.reload()
  await expect(mood.getByRole('button', { name: 'Restless' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByLabel('What is the film about?')).toHaveValue('Two sisters row home through the flooded city')
  await page.getByRole('button', { name: /^Write the storyboard/ }).click()

  await expect(page).toHaveURL(/\/storyboard/)
  const draw = page.getByRole('button', { name: /^Draw \d+ stills/ })
  await expect(draw).toBeVisible({ timeout: 60_000 })
  await page.locator('[data-shot]').first().click()
  const picture = page.getByRole('group', { name: 'Words' }).getByRole('textbox').first()
  await picture.fill('A lantern on black water')
  await expect(page.getByText('Saving …')).toBeHidden()
  await page.reload()
  // Which shot is open stands in the address.
  await expect(picture).toHaveValue('A lantern on black water')
  await page.getByRole('button', { name: 'Rewrite by a sentence' }).click()
  await page.getByLabel('What should be different?').fill('Let it snow')
  await page.getByRole('button', { name: /^Propose new words/ }).click()
  await expect(page.getByLabel('What should be different?')).toBeHidden()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Compare and take' }).click()
  await page.getByRole('button', { name: 'Take it' }).click()
  await expect(page.locator('[data-shot]').first()).toContainText('Let it snow')

  await draw.click()
  const approve = page.getByRole('button', { name: /^Approve all \d+/ })
  await expect(approve).toBeVisible({ timeout: 120_000 })
  await approve.click()
  await expect(page.getByText('Every shot is approved.').first()).toBeVisible()
  await page.reload()
  await expect(page.getByText('Every shot is approved.').first()).toBeVisible()
})
