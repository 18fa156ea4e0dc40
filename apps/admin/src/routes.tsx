import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ConnectionFailed } from './api/graphql-client.ts';
import { queryClient } from './api/query-client.ts';
import { parseInvoiceSearch } from './invoices/invoice-search.ts';
import { parseSheetSearch } from './ledger/sheet-search.ts';
import { paths } from './paths.ts';
import { parsePaymentSearch } from './payments/payment-search.ts';
import { sessionOf, viewerQuery } from './session/session.ts';
import { parseTaskSearch } from './tasks/task-search.ts';
import { Failed } from './ui/failed.tsx';
import { LoadingPage } from './ui/loading.tsx';
import { NotFound } from './ui/not-found.tsx';
import { parseCaseSearch } from './workflow/case-search.ts';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const nextSearch = (raw: Record<string, unknown>): { next?: string } => {
  const next = text(raw.next);
  return next ? { next } : {};
};

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** Everything inside the frame needs a member of a business; who is none is led to where one becomes one. */
const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ location }) => {
    const data = await queryClient.ensureQueryData(viewerQuery);
    if (!data.viewer) throw redirect({ to: paths.signIn, search: { next: location.href } });
    if (!sessionOf(data)) throw redirect({ to: paths.createBusiness });
  },
  component: lazyRouteComponent(() => import('./frame/app-frame.tsx'), 'AppFrame'),
});

const signedIn = async (): Promise<void> => {
  const { viewer } = await queryClient.ensureQueryData(viewerQuery);
  if (!viewer) throw redirect({ to: paths.signIn, search: { next: paths.createBusiness } });
};

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: paths.signIn,
    validateSearch: nextSearch,
    component: lazyRouteComponent(() => import('./session/sign-in-page.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.signUp,
    validateSearch: nextSearch,
    component: lazyRouteComponent(() => import('./session/sign-up-page.tsx'), 'SignUpPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.forgotPassword,
    component: lazyRouteComponent(() => import('./session/forgot-password-page.tsx'), 'ForgotPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.resetPassword,
    component: lazyRouteComponent(() => import('./session/reset-password-page.tsx'), 'ResetPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.createBusiness,
    beforeLoad: signedIn,
    component: lazyRouteComponent(() => import('./session/create-business-page.tsx'), 'CreateBusinessPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: paths.invitation,
    component: lazyRouteComponent(() => import('./session/invitation-page.tsx'), 'InvitationPage'),
  }),
  frame.addChildren([
    createRoute({
      getParentRoute: () => frame,
      path: paths.account,
      component: lazyRouteComponent(() => import('./session/account-page.tsx'), 'AccountPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.overview,
      component: lazyRouteComponent(() => import('./overview/overview-page.tsx'), 'OverviewPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.cases,
      validateSearch: parseCaseSearch,
      component: lazyRouteComponent(() => import('./workflow/cases-page.tsx'), 'CasesPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.newCase,
      component: lazyRouteComponent(() => import('./workflow/new-case-page.tsx'), 'NewCasePage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.case,
      validateSearch: (raw: Record<string, unknown>): { step?: string } => {
        const step = text(raw.step);
        return step ? { step } : {};
      },
      component: lazyRouteComponent(() => import('./workflow/case-page.tsx'), 'CasePage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.tasks,
      validateSearch: parseTaskSearch,
      component: lazyRouteComponent(() => import('./tasks/tasks-page.tsx'), 'TasksPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.customers,
      validateSearch: (raw: Record<string, unknown>): { q?: string } => {
        const q = text(raw.q);
        return q ? { q } : {};
      },
      component: lazyRouteComponent(() => import('./customers/customers-page.tsx'), 'CustomersPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.customer,
      component: lazyRouteComponent(() => import('./customers/customer-page.tsx'), 'CustomerPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.invoices,
      validateSearch: parseInvoiceSearch,
      component: lazyRouteComponent(() => import('./invoices/invoices-page.tsx'), 'InvoicesPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.invoice,
      component: lazyRouteComponent(() => import('./invoices/invoice-page.tsx'), 'InvoicePage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.paymentLinks,
      component: lazyRouteComponent(
        () => import('./payment-links/payment-links-page.tsx'),
        'PaymentLinksPage',
      ),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.paymentLink,
      component: lazyRouteComponent(() => import('./payment-links/payment-link-page.tsx'), 'PaymentLinkPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.payments,
      validateSearch: parsePaymentSearch,
      component: lazyRouteComponent(() => import('./payments/payments-page.tsx'), 'PaymentsPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.payment,
      component: lazyRouteComponent(() => import('./payments/payment-page.tsx'), 'PaymentPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.bank,
      component: lazyRouteComponent(() => import('./bank/bank-page.tsx'), 'BankPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.payouts,
      component: lazyRouteComponent(() => import('./payouts/payouts-page.tsx'), 'PayoutsPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.payout,
      component: lazyRouteComponent(() => import('./payouts/payout-page.tsx'), 'PayoutPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.ledger,
      validateSearch: (raw: Record<string, unknown>): { account?: string } => {
        const account = text(raw.account);
        return account ? { account } : {};
      },
      component: lazyRouteComponent(() => import('./ledger/ledger-page.tsx'), 'LedgerPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.accountSheet,
      validateSearch: parseSheetSearch,
      component: lazyRouteComponent(() => import('./ledger/account-sheet-page.tsx'), 'AccountSheetPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.partners,
      component: lazyRouteComponent(() => import('./partners/partners-page.tsx'), 'PartnersPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: paths.settings,
      validateSearch: (raw: Record<string, unknown>): { tab?: string } => {
        const tab = text(raw.tab);
        return tab ? { tab } : {};
      },
      component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
    }),
  ]),
]);

/** A new release replaces the chunks; whoever still has the old page gets the new one instead of an error. */
const isStalePage = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: ({ error, reset }) => (
    <Failed
      error={error}
      onRetry={() => {
        if (isStalePage(error) || error instanceof ConnectionFailed) window.location.reload();
        else reset();
      }}
    />
  ),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
