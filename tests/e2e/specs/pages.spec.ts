import type { Page } from '@playwright/test'
import { expectAccessible } from '../studio/axe'
import { Film } from '../studio/film'
import { expect, test } from '../studio/fixtures'
import type { Visitor } from '../studio/visitor'

const parts = ['account', 'appearance', 'venice', 'defaults', 'budgets', 'members', 'tokens', 'disk']
const pages = ['/create', '/queue', '/gallery', '/songs', '/songs/new', '/projects', '/exports', '/spend', '/settings']
const steps = ['song', 'concept', 'storyboard', 'storyboard?shot=1', 'takes', 'cut', 'export']

test('no page has anything that axe calls serious, in either theme', async ({ page, visitor }) => {
  const [clip, film] = await Promise.all([fillTheStudio(visitor), aFilm(visitor)])
  const places = [
    ...pages,
    ...parts.map((part) => `/settings/${part}`),
    `/clips/${clip.id}`,
    ...steps.map((step) => `/projects/${film.id}/${step}`),
  ]
  await page.goto('/')
  await expectAccessible(page, '/')
  for (const place of places) {
    await goOnTo(page, place)
    // A clip stands in a dialog, whose file is read first: what is behind it is hidden from then on.
    if (place.startsWith('/clips/')) await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, place)
  }
})

test('no door has anything that axe calls serious, in either theme', async ({ visitor, browser, baseURL }) => {
  const email = `${test.info().project.name}@studio.test`
  const { token } = await visitor.write<{ token: string }>('post', '/api/invitations', { email, role: 'member' })
  const { viewport, isMobile, hasTouch } = test.info().project.use
  const context = await browser.newContext({ baseURL, viewport, isMobile, hasTouch })
  const page = await context.newPage()
  for (const door of ['/sign-in', `/join#${token}`]) {
    await page.goto(door)
    await expectAccessible(page, door)
  }
  await context.close()
})

/** As a link would: the page changes, the document stays. */
async function goOnTo(page: Page, place: string) {
  await page.evaluate((to) => history.pushState(null, '', to), place)
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}`.startsWith(place))
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

/** The furthest video that there is, or one with a drawn and approved board. */
async function aFilm(visitor: Visitor): Promise<{ id: string }> {
  const { items } = await visitor.read<{ items: { id: string; standing: { step: string } }[] }>('/api/projects')
  const known =
    items.find(({ standing }) => standing.step === 'export') ?? items.find(({ standing }) => standing.step === 'takes')
  if (known) return known
  const film = await Film.ofASong(visitor)
  await film.approved()
  return film
}
