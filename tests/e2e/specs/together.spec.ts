import { expect, test } from '../studio/fixtures'
import { Visitor } from '../studio/visitor'
import { owner } from '../studio/studio'
import { generateButton, promptBox } from '../studio/visitor'

test('a reload keeps the draft, and another browser sees the same queue', async ({ page, visitor, browser, baseURL }) => {
  await page.goto('/create')
  await page.getByLabel('Theme').fill('Bells')
  await promptBox(page).fill('Bells over the roofs at noon')
  await page.getByRole('radio', { name: '10 s' }).click()
  await page.reload()
  await expect(promptBox(page)).toHaveValue('Bells over the roofs at noon')
  await expect(page.getByLabel('Theme')).toHaveValue('Bells')
  await expect(page.getByRole('radio', { name: '10 s' })).toBeChecked()

  const elsewhere = await browser.newContext({ baseURL })
  await new Visitor(elsewhere).signIn(owner)
  const other = await elsewhere.newPage()
  await other.goto('/queue')
  await expect(other.getByRole('heading', { name: 'Queue' })).toBeVisible()
  const { id } = await visitor.order('Bells over the roofs at noon')
  const seen = other.getByRole('listitem').filter({ hasText: 'Bells over the roofs at noon' }).first()
  await expect(seen).toBeVisible()
  await visitor.until(id, 'done')
  await expect(seen.getByRole('link', { name: 'Watch' })).toBeVisible()
  await elsewhere.close()
})

test('a member joins by a link and sees only what is theirs', async ({ visitor, browser, baseURL }) => {
  const owners = await visitor.finished('The owner’s own clip')
  const invited = { email: 'marco@studio.test', role: 'member' }
  const { token } = await visitor.write<{ token: string }>('post', '/api/invitations', invited)
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await page.goto(`/join#${token}`)
  await page.getByLabel('Your name').fill('Marco')
  await page.getByLabel('Password', { exact: true }).fill('a bridge at first light')
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page).toHaveURL(/\/$/)

  await page.goto('/gallery')
  await expect(page.getByText('No clips yet')).toBeVisible()
  await page.goto('/queue')
  await expect(page.getByText('No orders yet')).toBeVisible()
  await page.goto(`/clips/${owners.id}`)
  await expect(page.getByRole('dialog').getByRole('alert').or(page.getByRole('dialog').getByText(/no such|not found|not here|does not exist/i)).first()).toBeVisible()
  await expect(page.getByText('The owner’s own clip')).toHaveCount(0)
  expect((await context.request.get(owners.media?.url ?? '')).status()).toBe(404)
  await page.goto('/settings/budgets')
  await expect(page.getByText(/belong to the owner/)).toBeVisible()
  await context.close()
})

test('an order over the budget is stopped before it is sent, and says what it would have cost', async ({ page, visitor }) => {
  const before = await visitor.read<Record<string, unknown>>('/api/settings')
  const orders = await visitor.read<Record<string, number>>('/api/clips/counts')
  await visitor.write('put', '/api/settings', { ...before, studioDailyBudget: 10_000 })
  try {
    await page.goto('/create')
    await promptBox(page).fill('More than the day has left')
    await expect(page.getByText(/Over today’s budget/)).toBeVisible()
    await generateButton(page).click()
    await expect(page.getByText(/^Over budget: this would cost \$\d+\.\d\d$/)).toBeVisible()
    expect(await visitor.read('/api/clips/counts')).toEqual(orders)
  } finally {
    await visitor.write('put', '/api/settings', before)
  }
})
