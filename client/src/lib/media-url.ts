/** Where a stored file is shown from. */
export function mediaUrl(id: string): string {
  return `/api/media/${id}`
}
