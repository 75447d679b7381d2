import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeStudio, quietStudio } from '@/test/fake-studio'
import { openAt } from '@/test/open-at'
import { createQueries } from './queries'
import { streamState } from './events'

class FakeStream extends EventTarget {
  static readonly CLOSED = 2
  static all: FakeStream[] = []
  readyState = 1
  onerror: (() => void) | null = null
  constructor(readonly url: string) {
    super()
    FakeStream.all.push(this)
  }
  say(name: string) {
    act(() => void this.dispatchEvent(new Event(name)))
  }
  close() {
    this.readyState = 2
  }
}

describe('live pages', () => {
  beforeEach(() => {
    FakeStream.all = []
    vi.stubGlobal('EventSource', FakeStream)
  })

  it('ask again for what an event names, and for nothing else', async () => {
    const asked = fakeStudio(quietStudio)
    openAt('/spend')
    await screen.findByText('Nothing was ordered yet')
    const count = (call: string) => asked.filter((entry) => entry.call === call).length
    FakeStream.all[0]?.say('hello')
    const before = [count('GET /api/spend'), count('GET /api/venice')]

    FakeStream.all[0]?.say('spend')
    await waitFor(() => expect(count('GET /api/spend')).toBe((before[0] ?? 0) + 1))
    expect(count('GET /api/venice')).toBe(before[1])
  })

  it('poll every ten seconds until the stream says hello, and again when it breaks', async () => {
    fakeStudio(quietStudio)
    openAt('/spend')
    await screen.findByText('Nothing was ordered yet')
    const interval = createQueries().getDefaultOptions().queries?.refetchInterval as () => number | false
    expect(interval()).toBe(10_000)
    FakeStream.all[0]?.say('hello')
    expect(interval()).toBe(false)
    act(() => FakeStream.all[0]?.onerror?.())
    expect(streamState()).toBe('down')
    expect(interval()).toBe(10_000)
  })
})
