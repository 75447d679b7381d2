import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { lyricsOf } from '@/api/lyrics'
import type { Hearing, Track } from '@/api/track-types'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { useSongPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'
import { useWide } from '@/lib/use-wide'
import { BeatPanel } from './correct/beat-panel'
import { CertaintyNotice } from './correct/certainty-notice'
import { CorrectingNotices } from './correct/correcting-notices'
import { SectionInspector } from './correct/section-inspector'
import { useTapping } from './correct/use-tapping'
import { certaintyOf, certaintyWords, meterWords, tempoWords } from './facts'
import { useMetronome } from './play/use-metronome'
import { Transport } from './play/transport'
import { lazyPart } from '@/lib/lazy-part'
import { SectionsTable } from './sections-table'
import { BackToSongs, SongHeader, UndoButtons } from './song-header'
import { useSongKeys } from './song-keys'
import { Overview } from './stage/overview'
import { SongStage } from './stage/song-stage'
import type { Waveform } from '@/components/song/waveform'
import { beatWords, songActs } from './use-song-acts'
import { useDesk } from './use-desk'

// Behind tabs that not every visit opens.
const TabSkeleton = () => <Skeleton className="h-48" />
const LyricsPanel = lazyPart(() => import('./lyrics/lyrics-panel').then((file) => file.LyricsPanel), TabSkeleton)
const BarsTable = lazyPart(() => import('./bars-table').then((file) => file.BarsTable), TabSkeleton)

interface SongDeskProps {
  track: Track
  hearing: Hearing
  waveform: Waveform | null
  waveformMissing: boolean
  framed: boolean
  act: ReactNode
}

type View = 'sections' | 'beat' | 'lyrics' | 'bars'

/** The desk for a song that was heard: look at it, listen to it, set it right. */
export function SongDesk({ track, hearing: heard, waveform, waveformMissing, framed, act }: SongDeskProps) {
  const { data: lyrics } = useQuery(lyricsOf(track.id))
  const { loop, broken } = useSongPlayer()
  const desk = useDesk({ track, hearing: heard, lyrics, waveform, loop })
  const { hearing } = desk
  const acts = songActs(desk)
  const clicking = useMetronome(hearing.beats, hearing.positions)
  const tapping = useTapping()
  const wide = useWide()
  const [view, setView] = useState<View>('sections')
  const scene = useMemo(() => ({ waveform, sections: hearing.sections }), [waveform, hearing.sections])
  const startTapping = () => {
    tapping.start()
    if (!wide) setView('beat')
  }
  const taps = { ...tapping, start: startTapping }
  useSongKeys(
    { ...acts, click: clicking.toggle, tap: (at) => (tapping.on ? tapping.tap(at) : startTapping()) },
    tapping.on,
  )
  const beat = <BeatPanel desk={desk} acts={acts} tapping={taps} />
  const shown = wide && view === 'beat' ? 'sections' : view

  return (
    <div className="max-md:pb-20">
      {!framed && <BackToSongs />}
      <SongHeader track={track} correcting={desk.correcting} framed={framed} act={act}>
        <Facts hearing={hearing} />
      </SongHeader>
      <span role="status" className="sr-only">
        {beatWords(desk)}
      </span>
      <div className="grid gap-5">
        <div className="overflow-hidden rounded-lg border border-edge">
          <Overview stage={desk.stage} scene={scene} />
          <SongStage desk={desk} />
          <div className="border-edge bg-raised max-md:fixed max-md:inset-x-0 max-md:bottom-(--bar-height) max-md:z-20 max-md:border-t md:border-t">
            <Transport desk={desk} acts={acts} clicking={clicking} />
          </div>
        </div>
        {broken && (
          <Notice role="alert" tone="refused" title="This browser cannot play the song">
            The file did not load, or is of a kind that this browser has no ear for. Everything else here works.
          </Notice>
        )}
        {waveformMissing && (
          <Notice tone="attention" title="The waveform is missing">
            Beats and sections are here all the same. Listen again, under the three dots, to have it drawn anew.
          </Notice>
        )}
        <CorrectingNotices correcting={desk.correcting} />
        <CertaintyNotice desk={desk} acts={acts} tapping={taps} />
        {!wide && <SelectedStrip desk={desk} />}
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-10">
          <Tabs<View>
            label="About the song"
            value={shown}
            onChange={setView}
            tabs={[
              { value: 'sections', label: 'Sections' },
              ...(wide ? [] : [{ value: 'beat' as const, label: 'Beat' }]),
              { value: 'lyrics', label: 'Lyrics' },
              { value: 'bars', label: 'Bars' },
            ]}
          >
            {shown === 'sections' && <SectionsTable desk={desk} />}
            {shown === 'beat' && (
              <>
                {beat}
                <span className="mt-5 flex gap-2">
                  <UndoButtons correcting={desk.correcting} />
                </span>
              </>
            )}
            {shown === 'lyrics' && <LyricsPanel desk={desk} />}
            {shown === 'bars' && <BarsTable desk={desk} />}
          </Tabs>
          {wide && (
            <aside aria-label="Correcting" className="grid content-start gap-8">
              {beat}
              {desk.selected >= 0 && (
                <div className="border-t border-edge pt-6">
                  <SectionInspector desk={desk} acts={acts} />
                </div>
              )}
            </aside>
          )}
        </div>
      </div>
      {!wide && (
        <Dialog
          open={desk.inspecting && desk.selected >= 0}
          onOpenChange={desk.inspect}
          title={desk.names[desk.selected] ?? 'Section'}
          hideTitle
          shape="sheet"
          width="sm"
        >
          <div className="pt-4">
            <SectionInspector desk={desk} acts={acts} onClose={() => desk.inspect(false)} />
          </div>
        </Dialog>
      )}
    </div>
  )
}

function Facts({ hearing }: { hearing: Hearing }) {
  const facts = [
    clock(hearing.duration),
    hearing.steady && tempoWords(hearing.tempo),
    hearing.steady && meterWords(hearing.meter),
    certaintyWords(certaintyOf(hearing)).words,
  ].filter(Boolean)
  return <p className="text-sm text-ink-soft">{facts.join(' · ')}</p>
}

/** On a phone: the section that was touched, and the way to change it. */
function SelectedStrip({ desk }: { desk: ReturnType<typeof useDesk> }) {
  const section = desk.hearing.sections[desk.selected]
  if (!section) return null
  return (
    <div className="flex items-center justify-between gap-3 rounded-lg border border-edge bg-raised py-2 pr-2 pl-4">
      <p className="min-w-0 truncate">
        <span className="font-semibold">{desk.names[desk.selected]}</span>{' '}
        <span className="text-ink-faint">
          {clock(section.start)} – {clock(section.end)}
        </span>
      </p>
      <Button aria-haspopup="dialog" onClick={() => desk.inspect(true)}>
        Change
      </Button>
    </div>
  )
}
