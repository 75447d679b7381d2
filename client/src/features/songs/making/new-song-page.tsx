import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { soundModels, type SoundKind } from '@/api/sounds'
import { PageHeader } from '@/components/ui/page-header'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Segmented } from '@/components/ui/segmented'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { readStored, writeStored } from '@/lib/storage'
import { BackToSongs } from '../song-header'
import { SoundForm } from './sound-form'
import { SoundList } from './sound-list'

/** No song yet: describe one, or have a few words spoken, and choose among what comes. */
export function NewSongPage() {
  const [kind, setKind] = useState<SoundKind>(() => readStored<SoundKind>('studio.soundKind') ?? 'music')
  const models = useQuery(soundModels(kind))
  return (
    <>
      <BackToSongs />
      <PageHeader title="Describe a song" />
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,29rem)_minmax(0,1fr)] lg:gap-12">
        <div className="grid content-start gap-5">
          <Segmented
            label="What to make"
            value={kind}
            onChange={(next) => {
              setKind(next)
              writeStored('studio.soundKind', next)
            }}
            segments={[
              { value: 'music', label: 'Music' },
              { value: 'speech', label: 'A spoken intro' },
            ]}
          />
          {models.isError && !models.data ? (
            <ProblemNotice problem={models.error} onRetry={() => void models.refetch()} retrying={models.isFetching} />
          ) : models.data ? (
            <SoundForm key={kind} kind={kind} models={models.data} />
          ) : (
            <Loading label="Loading the models" className="grid gap-4">
              <Skeleton className="h-16" />
              <Skeleton className="h-40" />
              <Skeleton className="h-12" />
            </Loading>
          )}
        </div>
        <SoundList />
      </div>
    </>
  )
}
