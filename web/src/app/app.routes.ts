import type { Routes } from '@angular/router';
import type { ReportPage } from './sheet/report-page';
import { maySettingsBeLeft } from './settings/may-leave';

const leaveReport = (page: Pick<ReportPage, 'mayLeave'>) => page.mayLeave();
const reportPage = () => import('./sheet/report-page').then((file) => file.ReportPage);

/** The addresses of the application; each names what is on screen, so that reload and back work. */
export const routes: Routes = [
  {
    path: 'sign-in',
    data: { title: 'shell.title.sign-in' },
    loadComponent: () => import('./accounts/sign-in-page').then((file) => file.SignInPage),
  },
  {
    path: '',
    loadComponent: () => import('./shell/shell').then((file) => file.Shell),
    children: [
      {
        path: '',
        pathMatch: 'full',
        data: { title: 'shell.title.home' },
        loadComponent: () => import('./home/home-page').then((file) => file.HomePage),
      },
      // `new` is the report that nobody has saved yet: the same page, so that saving it does not load it anew.
      { path: 'reports/:id', canDeactivate: [leaveReport], loadComponent: reportPage },
      {
        path: 'emails/:id',
        loadComponent: () => import('./preview/preview-page').then((file) => file.PreviewPage),
      },
      {
        path: 'data',
        data: { title: 'shell.title.data' },
        loadComponent: () => import('./data/data-page').then((file) => file.DataPage),
      },
      {
        path: 'data/sources',
        data: { title: 'data.tab.sources' },
        loadComponent: () => import('./data/sources/sources-page').then((file) => file.SourcesPage),
      },
      {
        path: 'data/rejected',
        data: { title: 'data.tab.rejected' },
        loadComponent: () => import('./data/rejected/rejected-page').then((file) => file.RejectedPage),
      },
      {
        path: 'data/links',
        data: { title: 'data.tab.links' },
        loadComponent: () => import('./data/links/links-page').then((file) => file.LinksPage),
      },
      {
        path: 'settings',
        data: { title: 'shell.title.settings' },
        canDeactivate: [maySettingsBeLeft],
        loadComponent: () => import('./settings/settings-page').then((file) => file.SettingsPage),
      },
      {
        path: '**',
        data: { title: 'shell.title.not-found' },
        loadComponent: () => import('./shell/not-found-page').then((file) => file.NotFoundPage),
      },
    ],
  },
];
