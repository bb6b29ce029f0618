/** Starts the signed-in doors in the browser. */
import './old-browsers.ts'
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { Refusal } from './client.ts'
import { routes } from './routes.tsx'
import { Look } from './ui/frame/theme.tsx'

const client: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Offline is told at once, in words, instead of waiting in silence.
      networkMode: 'always',
      retry: (failures, error) => failures < 1 && !(error instanceof Refusal && error.status >= 400 && error.status < 500),
    },
    mutations: { networkMode: 'always', retry: false },
  },
  // A change in one place may show in any other: what is on screen is read again.
  mutationCache: new MutationCache({ onSuccess: () => void client.invalidateQueries() }),
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Look>
      <QueryClientProvider client={client}>
        <RouterProvider router={createBrowserRouter(routes)} />
      </QueryClientProvider>
    </Look>
  </StrictMode>,
)
