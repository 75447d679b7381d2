import { useQuery } from '@tanstack/react-query'
import { Search, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { videoModels } from '@/api/catalog'
import { videosOfClips } from '@/api/clips'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { useSettled } from '@/lib/use-settled'

export interface Narrowed {
  search: string | undefined
  model: string | undefined
  /** A project's id, or `noVideo`. */
  video: string | undefined
}

/** Chosen for clips that were made for none. */
export const noVideo = 'none'

/** Words of the prompt, the model and the video. All go into the address, so that a reload and a link keep them. */
export function GalleryFilters(narrowed: Narrowed) {
  const { search, model, video } = narrowed
  const [path, go] = useLocation()
  const models = useQuery(videoModels())
  const videos = useQuery(videosOfClips())
  const [text, setText] = useState(search ?? '')
  const settled = useSettled(text.trim(), 250)

  const narrow = (change: Partial<Narrowed>) => {
    const chosen = Object.entries({ ...narrowed, search: settled, ...change }).filter(([, value]) => value)
    const next = new URLSearchParams(chosen as [string, string][]).toString()
    go(next ? `${path}?${next}` : path, { replace: true })
  }
  useEffect(() => {
    if (settled === text.trim() && settled !== (search ?? '')) narrow({})
    // Only what was typed moves the address; the other way round it would fight with the back button.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [settled])

  return (
    <div role="search" className="mb-6 flex flex-wrap gap-3">
      <div className="relative grow sm:max-w-sm">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
        />
        <input
          type="search"
          aria-label="Search the prompts"
          placeholder="Search the prompts"
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="control w-full pr-10 pl-9 [&::-webkit-search-cancel-button]:hidden"
        />
        {text && (
          <IconButton
            icon={X}
            label="Clear the search"
            onClick={() => setText('')}
            className="absolute top-1/2 right-1 -translate-y-1/2"
          />
        )}
      </div>
      <Select
        aria-label="Model"
        value={model ?? ''}
        onChange={(event) => narrow({ model: event.target.value })}
        className="w-full sm:w-56"
      >
        <option value="">All models</option>
        {models.data?.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
        {model && !models.data?.some((one) => one.id === model) && <option value={model}>{model}</option>}
      </Select>
      {(video || (videos.data?.length ?? 0) > 0) && (
        <Select
          aria-label="Video"
          value={video ?? ''}
          onChange={(event) => narrow({ video: event.target.value })}
          className="w-full sm:w-56"
        >
          <option value="">All clips</option>
          <option value={noVideo}>Made for no video</option>
          {videos.data?.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title} ({one.clips})
            </option>
          ))}
          {video && video !== noVideo && videos.isSuccess && !videos.data.some((one) => one.id === video) && (
            <option value={video}>A video without clips</option>
          )}
        </Select>
      )}
    </div>
  )
}
