import { useQuery } from '@tanstack/react-query'
import { Search, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { videoModels } from '@/api/catalog'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { useSettled } from '@/lib/use-settled'

interface GalleryFiltersProps {
  search: string | undefined
  model: string | undefined
}

/** Words of the prompt, and the model. Both go into the address, so that a reload and a link keep them. */
export function GalleryFilters({ search, model }: GalleryFiltersProps) {
  const [path, go] = useLocation()
  const models = useQuery(videoModels())
  const [text, setText] = useState(search ?? '')
  const settled = useSettled(text.trim(), 250)

  const narrow = (words: string, wanted: string | undefined) => {
    const next = new URLSearchParams({ ...(words && { search: words }), ...(wanted && { model: wanted }) }).toString()
    go(next ? `${path}?${next}` : path, { replace: true })
  }
  useEffect(() => {
    if (settled === text.trim() && settled !== (search ?? '')) narrow(settled, model)
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
        onChange={(event) => narrow(settled, event.target.value || undefined)}
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
    </div>
  )
}
