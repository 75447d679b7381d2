import type { QueryClient } from '@tanstack/react-query'
import { createQuestions } from '@/features/create/questions'
import { homeQuestions } from '@/features/home/questions'

/** Asks what the page at an address will ask first, while its file is still on the way. */
export function askAhead(path: string, queries: QueryClient) {
  const ask = queries.prefetchQuery.bind(queries)
  if (path === '/') {
    void ask(homeQuestions.counts)
    void ask(homeQuestions.running)
    void ask(homeQuestions.latest)
    void ask(homeQuestions.tracks)
    void ask(homeQuestions.projects)
  }
  if (path === '/create') {
    void ask(createQuestions.models)
    void ask(createQuestions.studio)
  }
}
