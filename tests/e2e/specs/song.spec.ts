import { expect, test } from '../studio/fixtures'
import { songFile } from '../studio/song'

test('a song is dropped in, heard, corrected and given its words, and all of it is still there after a reload', async ({ page, visitor: _owner }) => {
  await page.goto('/')
  await page.getByTestId('song-file').setInputFiles(songFile())
  await expect(page).toHaveURL(/\/songs\//)
  await expect(page.getByText('120 BPM').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('slider', { name: 'Position in the song' })).toBeVisible()

  await page.keyboard.press('h')
  await expect(page.getByText('60 BPM').first()).toBeVisible()
  await page.getByRole('tab', { name: 'Sections' }).click()
  // On a phone the inspector is a sheet behind a button of its own.
  const change = page.getByRole('button', { name: /^Change / }).first()
  if (await change.isVisible()) await change.click()
  else await page.getByRole('table', { name: 'Sections of the song' }).getByRole('button').first().click()
  await page.getByLabel('Name').fill('Rising water')
  await page.getByLabel('Name').press('Enter')
  await expect(page.getByText('Rising water').first()).toBeVisible()
  if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')

  await page.getByRole('tab', { name: 'Lyrics' }).click()
  await page.getByRole('button', { name: 'Paste the words' }).click()
  await page.getByRole('textbox', { name: 'Lyrics' }).fill('Water in the square\nNobody goes home')
  await page.getByRole('button', { name: 'Keep the words' }).click()
  await expect(page.getByText('Nobody goes home').first()).toBeVisible()

  await page.reload()
  await expect(page.getByText('60 BPM').first()).toBeVisible()
  await expect(page.getByText('Rising water').first()).toBeVisible()
  await page.getByRole('tab', { name: 'Lyrics' }).click()
  await expect(page.getByText('Nobody goes home').first()).toBeVisible()
})
