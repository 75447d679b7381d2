/** The data of each event in a text/event-stream body, however its bytes are cut into chunks. */
export async function* eventData(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true })
      const events = rest.split(/\r\n\r\n|\n\n|\r\r/)
      // An event ends with an empty line; what follows the last one is not whole yet, unless the stream is over.
      rest = done ? '' : (events.pop() ?? '')
      for (const event of events) {
        const data = dataOf(event)
        if (data !== null) yield data
      }
      if (done) return
    }
  } finally {
    // Also when the reader leaves early: the connection must not stay open for nobody.
    void reader.cancel().catch(() => undefined)
  }
}

function dataOf(event: string): string | null {
  const lines = event.split(/\r\n|\n|\r/).filter((line) => line.startsWith('data:'))
  return lines.length === 0 ? null : lines.map((line) => line.slice(line.startsWith('data: ') ? 6 : 5)).join('\n')
}
