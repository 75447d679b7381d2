import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SpokenProgress } from './spoken-progress'

type Moment = Partial<Parameters<typeof SpokenProgress>[0]>

/** What is in the live region at each of these moments, one after the other. */
function heard(...moments: Moment[]): (string | null)[] {
  const at = (moment: Moment) => <SpokenProgress what="Film 1" value={undefined} done={false} {...moment} />
  const { rerender } = render(at(moments[0] ?? {}))
  return moments.map((moment) => {
    rerender(at(moment))
    return screen.getByRole('status').textContent
  })
}

it('speaks at the quarters and at the end, and is silent in between', () => {
  expect(heard({ value: 0.1 }, { value: 0.3 }, { value: 0.4 }, { value: 0.8 }, { value: 1, done: true })).toEqual([
    '',
    'Film 1: 25 percent',
    'Film 1: 25 percent',
    'Film 1: 75 percent',
    'Film 1: done',
  ])
})

it('does not speak of what was so already, and does when it comes again', () => {
  expect(heard({ failed: true }, { value: 0.1 }, { failed: true })).toEqual(['', '', 'Film 1: failed'])
})
