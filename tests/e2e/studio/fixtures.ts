import { test as base } from '@playwright/test'
import { owner, Studio } from './studio'
import { Visitor } from './visitor'

interface Own {
  /** Signed in as the owner; the page of the test is theirs. */
  visitor: Visitor
}

interface Shared {
  studio: Studio
}

/** One studio for all tests of a worker, with a clean browser for each. */
export const test = base.extend<Own, Shared>({
  studio: [
    // Playwright reads what a fixture needs from the names in its first argument, so that one stays though it is empty.
    async ({}, use) => {
      const studio = await Studio.open()
      await use(studio)
      await studio.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ studio }, use) => use(studio.address),
  visitor: async ({ context }, use) => {
    const visitor = new Visitor(context)
    await visitor.signIn(owner)
    await use(visitor)
  },
})

export { expect } from '@playwright/test'
