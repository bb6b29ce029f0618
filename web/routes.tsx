/** Every address of the signed-in doors, on one page. Pages are fetched when they are first opened. */
import type { ComponentType } from 'react'
import { isRouteErrorResponse, Outlet, type RouteObject, useRouteError } from 'react-router'
import { Act } from './ui/buttons.tsx'
import { Busy } from './ui/frame/busy.tsx'
import { BackHome, EmptyState, ErrorState, LoadingState } from './ui/frame/states.tsx'

const page = (load: () => Promise<{ default: ComponentType }>) => async () => ({ Component: (await load()).default })

export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <Broken />,
    hydrateFallbackElement: <LoadingState />,
    children: [
      { path: '/login', lazy: page(() => import('./login/login.tsx')) },
      {
        path: '/office',
        lazy: page(() => import('./office.tsx')),
        errorElement: <Broken />,
        children: [
          { index: true, lazy: page(() => import('#modules/work/pages/home.tsx')) },
          { path: 'messages', lazy: page(() => import('#modules/message/pages/inbox.tsx')) },
          { path: 'tasks', lazy: page(() => import('#modules/work/pages/matrix.tsx')) },
          { path: 'tasks/:key', lazy: page(() => import('#modules/work/pages/task.tsx')) },
          { path: 'targets', lazy: page(() => import('#modules/target/pages/list.tsx')) },
          { path: 'targets/:key', lazy: page(() => import('#modules/target/pages/target.tsx')) },
          { path: 'indicators', lazy: page(() => import('#modules/indicator/pages/list.tsx')) },
          { path: 'indicators/:code', lazy: page(() => import('#modules/indicator/pages/opened.tsx')) },
          { path: 'indicators/:code/revise', lazy: page(() => import('#modules/indicator/pages/revise.tsx')) },
          { path: 'publications', lazy: page(() => import('#modules/indicator/pages/publications.tsx')) },
          { path: 'entries', lazy: page(() => import('#modules/indicator/pages/entries.tsx')) },
          { path: 'statistics', lazy: page(() => import('#modules/statistics/pages/statistics.tsx')) },
          { path: 'statistics/:id', lazy: page(() => import('#modules/statistics/pages/table.tsx')) },
          { path: 'filings', lazy: page(() => import('#modules/filing/pages/board.tsx')) },
          { path: 'filings/:id', lazy: page(() => import('#modules/filing/pages/check.tsx')) },
          { path: 'filings/of/:enterprise/:month', lazy: page(() => import('#modules/filing/pages/on-behalf.tsx')) },
          { path: 'enterprises', lazy: page(() => import('#modules/enterprise/pages/list.tsx')) },
          { path: 'enterprises/:id', lazy: page(() => import('#modules/enterprise/pages/file.tsx')) },
          { path: 'buildings', lazy: page(() => import('#modules/space/pages/buildings.tsx')) },
          { path: 'buildings/:id', lazy: page(() => import('#modules/space/pages/building.tsx')) },
          { path: 'units', lazy: page(() => import('#modules/space/pages/units.tsx')) },
          { path: 'buildings/:id/plan', lazy: page(() => import('#modules/space/pages/building-plan.tsx')) },
          { path: 'building-plans', lazy: page(() => import('#modules/space/pages/building-plans.tsx')) },
          { path: 'acquisitions', lazy: page(() => import('#modules/space/pages/acquisitions.tsx')) },
          { path: 'acquisitions/:id', lazy: page(() => import('#modules/space/pages/acquisition.tsx')) },
          { path: 'occupancies', lazy: page(() => import('#modules/space/pages/occupancies.tsx')) },
          { path: 'makerspaces', lazy: page(() => import('#modules/space/pages/makerspaces.tsx')) },
          { path: 'renewals', lazy: page(() => import('#modules/enterprise/pages/renewals.tsx')) },
          { path: 'adoptions', lazy: page(() => import('#modules/enterprise/pages/adoptions.tsx')) },
          { path: 'criteria', lazy: page(() => import('#modules/ladder/pages/criteria.tsx')) },
          { path: 'move-ins', lazy: page(() => import('#modules/movein/pages/list.tsx')) },
          { path: 'move-ins/:id', lazy: page(() => import('#modules/movein/pages/opened.tsx')) },
          { path: 'assignments', lazy: page(() => import('#modules/movein/pages/assignments.tsx')) },
          { path: 'assignments/new', lazy: page(() => import('#modules/movein/pages/assignment-new.tsx')) },
          { path: 'assignments/:id', lazy: page(() => import('#modules/movein/pages/assignment.tsx')) },
          { path: 'move-in-rules', lazy: page(() => import('#modules/movein/pages/rules.tsx')) },
          { path: 'policies', lazy: page(() => import('#modules/policy/pages/list.tsx')) },
          { path: 'policies/:id', lazy: page(() => import('#modules/policy/pages/policy.tsx')) },
          { path: 'policies/:id/versions/:version', lazy: page(() => import('#modules/policy/pages/version.tsx')) },
          { path: 'policies/:id/simulate', lazy: page(() => import('#modules/policy/pages/simulate.tsx')) },
          { path: 'policy-questions', lazy: page(() => import('#modules/policy/pages/questions.tsx')) },
          { path: 'upper-calls', lazy: page(() => import('#modules/policy/pages/calls.tsx')) },
          { path: 'upper-calls/:id', lazy: page(() => import('#modules/policy/pages/call.tsx')) },
          { path: 'leases', lazy: page(() => import('#modules/lease/pages/list.tsx')) },
          { path: 'leases/new', lazy: page(() => import('#modules/lease/pages/draft.tsx')) },
          { path: 'leases/:id', lazy: page(() => import('#modules/lease/pages/opened.tsx')) },
          { path: 'leases/:id/edit', lazy: page(() => import('#modules/lease/pages/draft.tsx')) },
          { path: 'mismatches', lazy: page(() => import('#modules/lease/pages/books/mismatches.tsx')) },
          { path: 'space-warnings', lazy: page(() => import('#modules/lease/pages/books/warnings.tsx')) },
          { path: 'tickets', lazy: page(() => import('#modules/upkeep/pages/tickets.tsx')) },
          { path: 'tickets/:id', lazy: page(() => import('#modules/upkeep/pages/ticket.tsx')) },
          { path: 'shared-rooms', lazy: page(() => import('#modules/upkeep/pages/shared-rooms.tsx')) },
          { path: 'notices', lazy: page(() => import('#modules/upkeep/pages/notices.tsx')) },
          { path: 'scorecard', lazy: page(() => import('#modules/upkeep/pages/scorecard.tsx')) },
          { path: 'screenings', lazy: page(() => import('#modules/claim/pages/screenings.tsx')) },
          { path: 'screenings/:id', lazy: page(() => import('#modules/claim/pages/screening.tsx')) },
          { path: 'claims', lazy: page(() => import('#modules/claim/pages/list.tsx')) },
          { path: 'claims/:id', lazy: page(() => import('#modules/claim/pages/opened.tsx')) },
          { path: 'claim-queue', lazy: page(() => import('#modules/claim/pages/queue.tsx')) },
          { path: 'claim-cycles', lazy: page(() => import('#modules/claim/pages/cycles.tsx')) },
          { path: 'publicities', lazy: page(() => import('#modules/claim/pages/publicities.tsx')) },
          { path: 'objections', lazy: page(() => import('#modules/claim/pages/objections.tsx')) },
          { path: 'claim-rules', lazy: page(() => import('#modules/claim/pages/rules.tsx')) },
          { path: 'funds', lazy: page(() => import('#modules/payout/pages/funds.tsx')) },
          { path: 'funds/:line', lazy: page(() => import('#modules/payout/pages/fund-line.tsx')) },
          { path: 'remittances', lazy: page(() => import('#modules/payout/pages/remittances.tsx')) },
          { path: 'remittances/:id', lazy: page(() => import('#modules/payout/pages/remittance.tsx')) },
          { path: 'commitments', lazy: page(() => import('#modules/payout/pages/commitments.tsx')) },
          { path: 'appraisals', lazy: page(() => import('#modules/appraisal/pages/list.tsx')) },
          { path: 'appraisals/:id', lazy: page(() => import('#modules/appraisal/pages/opened.tsx')) },
          { path: 'appraisals/:id/subjects/:subject', lazy: page(() => import('#modules/appraisal/pages/subject.tsx')) },
          { path: 'appraisal-schemes', lazy: page(() => import('#modules/appraisal/pages/schemes.tsx')) },
          { path: 'appraisal-schemes/:id', lazy: page(() => import('#modules/appraisal/pages/scheme.tsx')) },
          { path: 'appraisal-scores', lazy: page(() => import('#modules/appraisal/pages/scores.tsx')) },
          { path: 'imports', lazy: page(() => import('#modules/intake/pages/list.tsx')) },
          { path: 'imports/:id', lazy: page(() => import('#modules/intake/pages/show.tsx')) },
          { path: 'matters', lazy: page(() => import('#modules/matter/pages/list.tsx')) },
          { path: 'matters/:id', lazy: page(() => import('#modules/matter/pages/opened.tsx')) },
          { path: 'matter-rules', lazy: page(() => import('#modules/matter/pages/rules.tsx')) },
          { path: 'cards', lazy: page(() => import('#modules/matter/pages/cards.tsx')) },
          { path: 'groups', lazy: page(() => import('#modules/matter/pages/groups.tsx')) },
          { path: 'desk', lazy: page(() => import('#modules/matter/pages/desk.tsx')) },
          { path: 'meetings', lazy: page(() => import('#modules/council/pages/meetings.tsx')) },
          { path: 'meetings/:id', lazy: page(() => import('#modules/council/pages/meeting.tsx')) },
          { path: 'meetings/:id/sign', lazy: page(() => import('#modules/council/pages/sign.tsx')) },
          { path: 'absences', lazy: page(() => import('#modules/council/pages/absences.tsx')) },
          { path: 'dispatch', lazy: page(() => import('#modules/dispatch/pages/rounds.tsx')) },
          { path: 'dispatch/:id', lazy: page(() => import('#modules/dispatch/pages/round.tsx')) },
          { path: 'dispatch/sheets/:id', lazy: page(() => import('#modules/dispatch/pages/sheet.tsx')) },
          { path: 'dispatch-rules', lazy: page(() => import('#modules/dispatch/pages/rules.tsx')) },
          { path: 'burden', lazy: page(() => import('#modules/dispatch/pages/burden.tsx')) },
          { path: 'orgs', lazy: page(() => import('#modules/org/pages/list.tsx')) },
          { path: 'orgs/:id', lazy: page(() => import('#modules/org/pages/show.tsx')) },
          { path: 'plan', lazy: page(() => import('#modules/plan/pages/plan.tsx')) },
          { path: 'plans', lazy: page(() => import('#modules/plan/pages/versions.tsx')) },
          { path: 'plans/import', lazy: page(() => import('#modules/plan/pages/import.tsx')) },
          { path: 'plans/:id', lazy: page(() => import('#modules/plan/pages/workbench.tsx')) },
          { path: 'plans/:id/changes', lazy: page(() => import('#modules/plan/pages/changes.tsx')) },
          { path: 'me', lazy: page(() => import('#modules/account/pages/me.tsx')) },
          { path: '*', element: <Nowhere /> },
        ],
      },
      {
        path: '/cockpit',
        lazy: page(() => import('./cockpit.tsx')),
        errorElement: <Broken />,
        children: [
          { index: true, lazy: page(() => import('#modules/cockpit/pages/cockpit.tsx')) },
          { path: '*', element: <Nowhere /> },
        ],
      },
      {
        path: '/enterprise',
        lazy: page(() => import('./enterprise.tsx')),
        errorElement: <Broken />,
        children: [
          { index: true, lazy: page(() => import('#modules/enterprise/pages/own/home.tsx')) },
          { path: 'file', lazy: page(() => import('#modules/enterprise/pages/own/file.tsx')) },
          { path: 'filings', lazy: page(() => import('#modules/filing/pages/own-months.tsx')) },
          { path: 'filings/:month', lazy: page(() => import('#modules/filing/pages/own-month.tsx')) },
          { path: 'move-in', lazy: page(() => import('#modules/movein/pages/own.tsx')) },
          { path: 'leases', lazy: page(() => import('#modules/lease/pages/own.tsx')) },
          { path: 'leases/:id', lazy: page(() => import('#modules/lease/pages/own-lease.tsx')) },
          { path: 'claims', lazy: page(() => import('#modules/claim/pages/own.tsx')) },
          { path: 'claims/new', lazy: page(() => import('#modules/claim/pages/new.tsx')) },
          { path: 'claims/:id', lazy: page(() => import('#modules/claim/pages/own-claim.tsx')) },
          { path: 'payments', lazy: page(() => import('#modules/payout/pages/own.tsx')) },
          { path: 'services', lazy: page(() => import('#modules/upkeep/pages/services.tsx')) },
          { path: 'policies', lazy: page(() => import('#modules/policy/pages/mine.tsx')) },
          { path: 'questions', lazy: page(() => import('#modules/policy/pages/own-questions.tsx')) },
          { path: 'bids', lazy: page(() => import('#modules/policy/pages/own-bids.tsx')) },
          { path: 'messages', lazy: page(() => import('#modules/message/pages/inbox.tsx')) },
          { path: '*', element: <Nowhere /> },
        ],
      },
      {
        path: '/admin',
        lazy: page(() => import('./admin.tsx')),
        errorElement: <Broken />,
        children: [
          { path: 'accounts', lazy: page(() => import('#modules/account/pages/list.tsx')) },
          { path: 'orgs', lazy: page(() => import('#modules/org/pages/list.tsx')) },
          { path: 'orgs/:id', lazy: page(() => import('#modules/org/pages/show.tsx')) },
          { path: 'journal', lazy: page(() => import('#modules/journal/pages/search.tsx')) },
          { path: 'sign-ins', lazy: page(() => import('#modules/account/pages/sign-ins.tsx')) },
          { path: 'me', lazy: page(() => import('#modules/account/pages/me.tsx')) },
          { path: 'messages', lazy: page(() => import('#modules/message/pages/inbox.tsx')) },
          { path: 'webhooks', lazy: page(() => import('#modules/message/pages/webhooks.tsx')) },
          { path: 'deliveries', lazy: page(() => import('#modules/message/pages/deliveries.tsx')) },
          { path: '*', element: <Nowhere /> },
        ],
      },
      { path: '*', element: <Nowhere /> },
    ],
  },
]

function Root() {
  return (
    <>
      <Busy />
      <Outlet />
    </>
  )
}

function Nowhere() {
  return <EmptyState title="没有找到该页面" about="网址可能有误，或页面已经移动。" actions={<BackHome />} />
}

/** A page that failed to load is most often one of an older release: reloading brings the present one. */
function Broken() {
  const error = useRouteError()
  if (isRouteErrorResponse(error)) return <Nowhere />
  const outdated = error instanceof Error && /import|module|preload/i.test(error.message)
  if (!outdated) return <ErrorState error={error} onRetry={() => window.location.reload()} />
  return (
    <EmptyState
      title="页面没有载入"
      about="系统可能刚刚更新，或网络已中断。"
      actions={<Act onClick={() => window.location.reload()}>重新载入</Act>}
    />
  )
}
