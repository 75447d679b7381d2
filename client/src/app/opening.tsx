import { Loading } from '@/components/ui/skeleton'
import { Mark } from './mark'

/** The studio before anybody knows who is there. index.html shows the same until the first script runs. */
export function Opening() {
  return (
    <Loading label="Opening the studio" className="min-h-dvh">
      <div className="fixed inset-y-0 left-0 hidden w-(--rail-width) border-r border-edge bg-well md:block" />
      <Mark className="opening-mark" />
    </Loading>
  )
}
