import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SongFile {
  name: string
  mimeType: string
  buffer: Buffer
}

const made = new Map<number, SongFile>()

/**
 * Music whose beat is known: a kick on each beat, a chord on each bar, 120 beats a minute, four to the bar. It is as short as a
 * film of a few shots needs it, and the same for all tests, so that a studio listens to it once.
 */
export function songFile(seconds = 20): SongFile {
  const song = made.get(seconds) ?? make(seconds)
  made.set(seconds, song)
  return song
}

function make(seconds: number): SongFile {
  const folder = mkdtempSync(join(tmpdir(), 'studio-song-'))
  const file = join(folder, 'Acqua alta.mp3')
  const kick = 'sin(2*PI*60*t)*exp(-18*mod(t\\,0.5))'
  const hat = '0.15*(random(0)-0.5)*exp(-60*mod(t\\,0.25))'
  const root = 'if(lt(mod(t\\,8)\\,2)\\,220\\,if(lt(mod(t\\,8)\\,4)\\,174.6\\,if(lt(mod(t\\,8)\\,6)\\,261.6\\,196)))'
  const chord = `0.2*(sin(2*PI*t*${root})+sin(2*PI*t*1.25*${root}))*exp(-1.2*mod(t\\,2))`
  const source = `aevalsrc=${kick}+${hat}+${chord}:s=44100:d=${seconds}`
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-y',
    '-f',
    'lavfi',
    '-i',
    source,
    '-b:a',
    seconds > 300 ? '48k' : '128k',
    file,
  ])
  const buffer = readFileSync(file)
  rmSync(folder, { recursive: true })
  return { name: 'Acqua alta.mp3', mimeType: 'audio/mpeg', buffer }
}
