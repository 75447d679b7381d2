import { screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { songPlayer } from '@/lib/song-player'
import { show, type Asked } from '@/test/fake-studio'
import { aProject, shotId } from '@/test/film-examples'
import { aDeskCard, aTake, aTakesQuote } from '@/test/take-examples'
import { takesAt, takesStudio } from '@/test/takes-studio'
import { TakesPage } from './takes-page'

const poor = { key: 'works', reachable: true, notice: null, retryAfterSeconds: null, balance: 400_000, currency: 'USD' }
const refused = { kind: 'no-balance', sentence: 'Too little money.' } as never

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
  songPlayer.unload()
})

it('says before ordering what the credit at Venice does not cover', async () => {
  takesStudio({ 'GET /api/venice': poor })
  show(<TakesPage project={aProject()} />)
  expect(await screen.findByText(/^Venice has \$0\.40 of credit left\. Add some/)).toBeVisible()
  expect(screen.getByRole('button', { name: /Render 3 shots/ })).not.toHaveAttribute('aria-disabled')
})

it('offers the rest of a film again in one press when only the credit was missing', async () => {
  takesStudio({
    [`GET ${takesAt}/takes`]: [
      aTake({ id: 't1', shotId: shotId(1) }),
      ...[2, 3, 4].map((number) =>
        aTake(
          { id: `t${number}`, shotId: shotId(number), chosen: false },
          { status: 'failed', media: null, failure: refused },
        ),
      ),
    ],
    [`GET ${takesAt}/desk`]: [2, 3, 4].map((number) =>
      aDeskCard({ id: `t${number}`, shotId: shotId(number), number, kind: 'balance', ways: [] }),
    ),
    [`POST ${takesAt}/takes/quote`]: ({ body }: Asked) =>
      (body as { scope: string }).scope === 'failed'
        ? aTakesQuote({ shots: 3, total: 1_500_000 })
        : aTakesQuote({ shots: 0, total: 0, leftOut: [] }),
  })
  show(<TakesPage project={aProject()} />)
  expect(await screen.findByRole('button', { name: /Render 3 shots.*\$1\.50/ })).toBeVisible()
})

it('shows what needs somebody before what is tried again by itself', async () => {
  const waits = [{ act: 'wait' as const, label: 'Wait: it is tried again by itself' }]
  takesStudio({
    [`GET ${takesAt}/desk`]: [
      ...[1, 2, 3].map((number) => aDeskCard({ id: `t${number}`, number, kind: 'capacity', ways: waits })),
      aDeskCard({ id: 't4', number: 4, kind: 'wordsRefused', ways: [] }),
    ],
  })
  show(<TakesPage project={aProject()} />)
  expect(await screen.findByRole('heading', { name: 'Needs you 1' })).toBeVisible()
  expect(screen.getByRole('listitem', { name: 'Shot 4: Words refused' })).toBeVisible()
})

it('does not call for anybody while all that is held up is tried again by itself', async () => {
  const waits = [{ act: 'wait' as const, label: 'Wait: it is tried again by itself' }]
  takesStudio({ [`GET ${takesAt}/desk`]: [aDeskCard({ kind: 'capacity', ways: waits })] })
  show(<TakesPage project={aProject()} />)
  expect(await screen.findByRole('heading', { name: 'Held up 1' })).toBeVisible()
  expect(screen.queryByText('One thing needs you.')).not.toBeInTheDocument()
})
