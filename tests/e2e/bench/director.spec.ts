import { createServer, request, type Server } from 'node:http'
import { Film } from '../studio/film'
import { expect, test } from '../studio/fixtures'
import { freePort, Program } from '../studio/program'
import { owner, Studio } from '../studio/studio'
import { Visitor } from '../studio/visitor'

/** As slow as a real model: the first word after almost a second, then some sixty words a second. */
const speed = 1

test('the first words of a shot are seen within one and a half times the first token of the model', async ({
  browser,
}) => {
  const port = await freePort()
  const simulate = ['simulate', '--port', String(port), '--speed', String(speed)]
  const venice = await Program.start(simulate, {}, `http://localhost:${port}/api/v1/models`)
  const chats: Chat[] = []
  const listener = await listening(port, chats)
  const between = (listener.address() as { port: number }).port
  const studio = await Studio.open({ venice: `http://localhost:${between}/api/v1` })
  const context = await browser.newContext({ baseURL: studio.address })
  try {
    const visitor = new Visitor(context)
    await visitor.signIn(owner)
    const film = await Film.ofASong(visitor)
    const page = await context.newPage()
    await page.goto(`/projects/${film.id}/concept`)
    await page.getByLabel('What is the film about?').fill('Two sisters row home through the flooded city')
    await expect(page.getByText('Saved').first()).toBeVisible()
    await page.getByRole('button', { name: /^Write the storyboard/ }).click()
    const pressed = Date.now()
    await page.waitForFunction(
      () =>
        Array.from(document.querySelectorAll('li:has([data-shot])')).some((card) =>
          card.textContent?.includes('Being written'),
        ),
      undefined,
      { polling: 'raf' },
    )
    const seen = Date.now()
    const shots = chats.findLast(({ first }) => first > 0 && first <= seen)!
    const ratio = (seen - shots.asked) / (shots.first - shots.asked)
    console.log(
      `asked ${shots.asked - pressed} ms after the press, first token at ${shots.first - pressed} ms, seen at ${seen - pressed} ms: ${ratio.toFixed(2)} x`,
    )
    expect(ratio).toBeLessThan(1.5)
  } finally {
    await context.close()
    await studio.close()
    listener.close()
    await venice.stop()
  }
})

interface Chat {
  asked: number
  first: number
}

/** Passes everything on to the simulator, and notes when the first token of a chat came. */
function listening(to: number, chats: Chat[]): Promise<Server> {
  const server = createServer((asked, answer) => {
    const chat: Chat = { asked: Date.now(), first: 0 }
    if (asked.url?.includes('/chat/')) chats.push(chat)
    const { method, headers, url: path } = asked
    const onward = request({ port: to, host: '127.0.0.1', method, path, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.on('data', (piece: Buffer) => {
        if (chat.first === 0 && /"content":"[^"]/.test(piece.toString())) chat.first = Date.now()
        answer.write(piece)
      })
      got.on('end', () => answer.end())
    })
    asked.pipe(onward)
  })
  return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server)))
}
