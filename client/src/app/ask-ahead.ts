import type { QueryClient } from '@tanstack/react-query'
import { batchPages, clipCounts, finishedPages } from '@/api/clips'
import { createQuestions } from '@/features/create/questions'
import { homeQuestions } from '@/features/home/questions'

/** Asks what the page at an address will ask first, while its file is still on the way. */
export function askAhead(address: string, queries: QueryClient) {
  const ask = queries.prefetchQuery.bind(queries)
  if (address === '/') {
    void ask(homeQuestions.counts)
    void ask(homeQuestions.running)
    void ask(homeQuestions.latest)
    void ask(homeQuestions.tracks)
    void ask(homeQuestions.projects)
  }
  if (address === '/create') {
    void ask(createQuestions.models)
    void ask(createQuestions.studio)
  }
  if (address === '/gallery') void queries.prefetchInfiniteQuery(finishedPages({}))
  if (address === '/queue') {
    void ask(clipCounts())
    void queries.prefetchInfiniteQuery(batchPages('all'))
  }
}
