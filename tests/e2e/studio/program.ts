import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'

const app = process.env['STUDIO_APP'] ?? resolve(import.meta.dirname, '../../../.run/app')
const program = join(app, 'VeniceStudio.Server.dll')

/** A running process of the published build, and everything it has said. */
export class Program {
  private constructor(
    private readonly child: ChildProcess,
    private said = '',
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text))
    }
  }

  /** Starts it and waits until `address` answers. */
  static async start(words: readonly string[], settings: Record<string, string>, address: string): Promise<Program> {
    if (!existsSync(program)) throw new Error(`There is no build in ${app}. Run "./studio test e2e", which makes it.`)
    const { PATH = '', HOME = '', DOTNET_ROOT } = process.env
    const env = { PATH, HOME, ...(DOTNET_ROOT && { DOTNET_ROOT }), ...settings }
    // Run from its own folder, so that no .env of a developer reaches it.
    const started = new Program(spawn('dotnet', [program, ...words], { env, cwd: app }))
    await started.untilItAnswers(address)
    return started
  }

  /** The first group of the first match in what it has said. */
  told(pattern: RegExp): string {
    const found = pattern.exec(this.said)?.[1]
    if (!found) throw new Error(`It never said ${pattern}:\n${this.said}`)
    return found
  }

  stop(): Promise<void> {
    return this.end('SIGTERM')
  }

  /** As a power cut would: it gets no chance to put anything away. */
  kill(): Promise<void> {
    return this.end('SIGKILL')
  }

  private end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve()
    return new Promise((ended) => {
      this.child.once('exit', () => ended())
      this.child.kill(signal)
    })
  }

  private async untilItAnswers(address: string): Promise<void> {
    const late = Date.now() + 30_000
    while (this.child.exitCode === null && Date.now() < late) {
      const answer = await fetch(address).catch(() => null)
      if (answer?.ok) return
      await new Promise((again) => setTimeout(again, 50))
    }
    await this.kill()
    throw new Error(`${address} never answered. It said:\n${this.said}`)
  }
}

/** A port of this computer that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => found(port))
    })
  })
}
