import { PageHeader } from '@/components/ui/page-header'

/** With a clip's id, its player is open over the grid. */
export function GalleryPage({ clipId }: { clipId: string | undefined }) {
  return <PageHeader title="Gallery">{clipId}</PageHeader>
}
