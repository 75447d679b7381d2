import { act } from '@testing-library/react'

/** The server's stream of events, spoken by a test. Put it in place with `vi.stubGlobal('EventSource', FakeStream)`. */
export class FakeStream extends EventTarget {
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
