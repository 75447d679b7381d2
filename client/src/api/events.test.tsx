import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeStream } from '@/test/fake-stream'
import { fakeStudio, quietStudio } from '@/test/fake-studio'
import { openAt } from '@/test/open-at'
import { createQueries } from './queries'
import { streamState } from './events'

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

  it.each(['tracks', 'stills', 'films'])('ask again what a video needs next when its %s changed', async (name) => {
    const asked = fakeStudio(quietStudio)
    openAt('/projects')
    await screen.findByRole('heading', { name: 'Videos', level: 1 })
    FakeStream.all[0]?.say('hello')
    const count = () => asked.filter((entry) => entry.call === 'GET /api/projects').length
    await waitFor(() => expect(count()).toBeGreaterThan(0))
    const before = count()
    FakeStream.all[0]?.say(name)
    await waitFor(() => expect(count()).toBe(before + 1))
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

  it('give their stream up while nobody sees them, and catch up when they are seen again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const asked = fakeStudio(quietStudio)
    openAt('/spend')
    await screen.findByText('Nothing was ordered yet')
    FakeStream.all[0]?.say('hello')
    const seen = vi.spyOn(document, 'visibilityState', 'get')
    const become = (state: DocumentVisibilityState) => {
      seen.mockReturnValue(state)
      act(() => void document.dispatchEvent(new Event('visibilitychange')))
    }
    become('hidden')
    become('visible')
    act(() => vi.advanceTimersByTime(20_000))
    expect(FakeStream.all.map((stream) => stream.readyState)).toEqual([1])

    become('hidden')
    act(() => vi.advanceTimersByTime(20_000))
    expect(FakeStream.all[0]?.readyState).toBe(FakeStream.CLOSED)
    const count = () => asked.filter((entry) => entry.call === 'GET /api/spend').length
    const before = count()
    become('visible')
    expect(FakeStream.all.map((stream) => stream.readyState)).toEqual([2, 1])
    FakeStream.all[1]?.say('hello')
    await waitFor(() => expect(count()).toBeGreaterThan(before))
    expect(streamState()).toBe('live')
    vi.useRealTimers()
  })

  it('open no stream before they are seen', async () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    fakeStudio(quietStudio)
    openAt('/spend')
    await screen.findByText('Nothing was ordered yet')
    expect(FakeStream.all).toEqual([])
  })
})
