import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from './fixtures'

type Found = { id: string; impact: string | null; at: string[] }[]

/**
 * Looks at the open page in the dark theme, and for its colours in the light one too. Axe stays in the document, so that a walk
 * through a studio without a reload brings it along once.
 */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const dark = await lookAt(page, 'dark', undefined)
  const light = await lookAt(page, 'light', ['color-contrast'])
  const serious = [...dark, ...light]
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, at }) => `${name}: ${id}: ${at.join(' ')}`)
  expect.soft(serious).toEqual([])
}

async function lookAt(page: Page, theme: 'dark' | 'light', rules: string[] | undefined): Promise<Found> {
  return page.evaluate(
    async ([theme, rules]) => {
      document.documentElement.dataset['theme'] = theme
      // A colour on its way from one theme to the other belongs to neither, and a dialog that still fades in is not seen.
      for (const moving of document.getAnimations())
        if (moving.effect?.getComputedTiming().endTime !== Infinity) moving.finish()
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        preload: false,
        ...(rules && { runOnly: { type: 'rule', values: rules } }),
      })
      return violations.map(({ id, impact, nodes }) => ({
        id: `${theme}: ${id}`,
        impact: impact ?? null,
        at: nodes.map(({ html }) => html),
      }))
    },
    [theme, rules] as const,
  )
}
