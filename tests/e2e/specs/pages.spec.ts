import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../studio/fixtures'
import { Studio } from '../studio/studio'
import type { Visitor } from '../studio/visitor'

const parts = ['account', 'appearance', 'venice', 'defaults', 'budgets', 'members', 'tokens', 'disk']
const pages = ['/', '/create', '/queue', '/gallery', '/spend', '/settings', ...parts.map((part) => `/settings/${part}`)]

for (const theme of ['dark', 'light'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.beforeEach(({ page }) => page.addInitScript((chosen) => localStorage.setItem('studio.theme', chosen), theme))

    test('no page has anything that axe calls serious', async ({ page, visitor }) => {
      const { id } = await fillTheStudio(visitor)
      for (const path of [...pages, `/clips/${id}`]) await expectAccessible(page, path)
    })

    test('no door has anything that axe calls serious', async ({ page, visitor, browser }) => {
      const email = `${theme}-${test.info().project.name}@studio.test`
      const { token } = await visitor.write<{ token: string }>('post', '/api/invitations', { email, role: 'member' })
      await page.context().clearCookies()
      await expectAccessible(page, '/sign-in')
      await expectAccessible(page, `/join#${token}`)
      const fresh = await Studio.open({ owner: false })
      const context = await browser.newContext({ baseURL: fresh.address })
      try {
        await expectAccessible(await context.newPage(), '/setup')
      } finally {
        await context.close()
        await fresh.close()
      }
    })
  })
}

/** A clip to show, one that failed, and one that waits for a person. */
async function fillTheStudio(visitor: Visitor) {
  const { items } = await visitor.read<{ items: { id: string }[] }>('/api/clips?filter=done')
  const [known] = items
  if (known) return known
  const [done, failed, waiting] = await Promise.all([
    visitor.order('A lighthouse turning over black water'),
    visitor.order('A mask on a wet stone [sim:refuse-content]'),
    visitor.order('A bell under the sea [sim:queue-cut-charged]'),
  ])
  await visitor.until(failed.id, 'failed')
  await visitor.until(waiting.id, 'uncertain')
  return visitor.until(done.id, 'done')
}

async function expectAccessible(page: Page, path: string) {
  await page.goto(path)
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${path}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect.soft(found).toEqual([])
}
