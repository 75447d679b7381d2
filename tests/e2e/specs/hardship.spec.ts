import { expect, test } from '../studio/fixtures'
import { freePort, Program } from '../studio/program'
import { owner, Studio } from '../studio/studio'
import { promptBox, Visitor } from '../studio/visitor'

test('a refused order says why, offers other words and leads back to Create with them', async ({ page, visitor }) => {
  const { id } = await visitor.order('A crowded bridge [sim:refuse-content]')
  await visitor.until(id, 'failed')
  await page.goto('/queue?show=failed')
  const order = page.getByRole('listitem').filter({ hasText: 'A crowded bridge' }).first()
  await expect(order.getByText('Nothing was charged.')).toBeVisible()
  const words = await order.getByRole('blockquote').innerText()
  await order.getByRole('button', { name: 'Use these words' }).click()
  await expect(page).toHaveURL(/\/create$/)
  await expect(promptBox(page)).toHaveValue(words)
})

test('an order whose answer was lost waits with two ways out, and is not sent again by itself', async ({
  page,
  visitor,
}) => {
  const { id } = await visitor.order('A lantern in the fog [sim:queue-cut-charged]')
  await visitor.until(id, 'uncertain')
  await page.goto('/queue?show=attention')
  const order = page.getByRole('listitem').filter({ hasText: 'A lantern in the fog' }).first()
  await expect(order.getByText('Was this one charged?')).toBeVisible()
  await expect(order.getByRole('button', { name: /^Send again · \$/ })).toBeVisible()
  await order.getByRole('button', { name: 'It was charged' }).click()
  await expect(order.getByText('Was this one charged?')).toBeHidden()
  expect((await visitor.clip(id)).status).not.toBe('uncertain')
})

test('a server killed while a clip works comes back, and the open page shows the clip done without a reload', async ({
  browser,
}) => {
  // A Venice of its own outlives the studio, as the real one does.
  const port = await freePort()
  const venice = await Program.start(
    ['simulate', '--port', String(port), '--speed', '15'],
    {},
    `http://localhost:${port}/api/v1/models`,
  )
  const studio = await Studio.open({ venice: `http://localhost:${port}/api/v1` })
  const context = await browser.newContext({ baseURL: studio.address })
  try {
    const visitor = new Visitor(context)
    await visitor.signIn(owner)
    const page = await context.newPage()
    await page.goto('/queue')
    // Long enough under way for a slow machine to look at it first.
    const { id } = await visitor.order('A gondola through the dark [sim:overrun=2]')
    await expect(page.getByRole('progressbar')).toBeVisible()
    await visitor.until(id, 'working')
    await studio.kill()
    await expect(page.getByText('The studio cannot be reached.')).toBeVisible()
    await studio.startAgain()
    await expect(page.getByRole('link', { name: 'Watch' })).toBeVisible({ timeout: 90_000 })
    expect((await visitor.clip(id)).media).not.toBeNull()
  } finally {
    await context.close()
    await studio.close()
    await venice.stop()
  }
})
