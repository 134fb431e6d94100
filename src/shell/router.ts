import { nextTick } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw, type Router } from 'vue-router'

declare module 'vue-router' {
  interface RouteMeta {
    title: string
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('../features/welcome/WelcomePage.vue'), meta: { title: 'Welcome' } },
  {
    path: '/skills',
    component: () => import('../features/skills/SkillsPage.vue'),
    meta: { title: 'My skills' },
  },
  {
    path: '/skills/changes',
    component: () => import('../features/skills/ChangesPage.vue'),
    meta: { title: 'What changed' },
  },
  {
    path: '/skills/import',
    component: () => import('../features/skills/ImportPage.vue'),
    meta: { title: 'Bring in a spreadsheet' },
  },
  {
    path: '/pathway',
    component: () => import('../features/pathway/PathwayPage.vue'),
    meta: { title: 'My pathway' },
  },
  {
    path: '/pathway/compare',
    component: () => import('../features/pathway/CompareGapsPage.vue'),
    meta: { title: 'Compare roles' },
  },
  {
    path: '/pathway/case',
    component: () => import('../features/pathway/case/CasePage.vue'),
    meta: { title: 'My case for a role' },
  },
  { path: '/plan', component: () => import('../features/plan/PlanPage.vue'), meta: { title: 'My plan' } },
  {
    path: '/appraisals',
    component: () => import('../features/appraisals/AppraisalsPage.vue'),
    meta: { title: 'Appraisals' },
  },
  {
    path: '/appraisals/pack',
    component: () => import('../features/appraisals/pack/PackPage.vue'),
    meta: { title: 'Make a pack' },
  },
  {
    path: '/appraisals/open',
    component: () => import('../features/appraisals/open/OpenPage.vue'),
    meta: { title: 'Open appraisal files' },
  },
  {
    path: '/appraisals/card',
    component: () => import('../features/appraisals/card/CardPage.vue'),
    meta: { title: 'My manager’s card' },
  },
  {
    path: '/appraisals/who',
    component: () => import('../features/appraisals/who/WhoPage.vue'),
    meta: { title: 'Who can see this' },
  },
  {
    path: '/appraisals/by-skill',
    component: () => import('../features/appraisals/rating/RateSkillPage.vue'),
    meta: { title: 'Rate by skill' },
  },
  {
    path: '/appraisals/:member/rate',
    component: () => import('../features/appraisals/rating/RatePersonPage.vue'),
    props: true,
    meta: { title: 'Rate' },
  },
  {
    path: '/appraisals/:member/meeting',
    component: () => import('../features/appraisals/meeting/MeetingPage.vue'),
    props: true,
    meta: { title: 'Appraisal meeting' },
  },
  {
    path: '/appraisals/:member',
    component: () => import('../features/appraisals/form/PersonPage.vue'),
    props: true,
    meta: { title: 'Appraisals of one person' },
  },
  { path: '/team', component: () => import('../features/team/TeamPage.vue'), meta: { title: 'Team' } },
  {
    path: '/team/cover',
    component: () => import('../features/team/cover/CoverPage.vue'),
    meta: { title: 'Cover' },
  },
  {
    path: '/team/find',
    component: () => import('../features/team/find/FindPage.vue'),
    meta: { title: 'Find people' },
  },
  {
    path: '/team/what-if',
    component: () => import('../features/team/whatIf/WhatIfPage.vue'),
    meta: { title: 'What if' },
  },
  {
    path: '/team/structure',
    component: () => import('../features/team/structure/StructurePage.vue'),
    meta: { title: 'The new structure' },
  },
  {
    path: '/workforce',
    component: () => import('../features/workforce/WorkforcePage.vue'),
    meta: { title: 'Workforce' },
  },
  {
    path: '/workforce/progress',
    component: () => import('../features/workforce/progress/ProgressPage.vue'),
    meta: { title: 'Progress' },
  },
  {
    path: '/workforce/report',
    component: () => import('../features/workforce/report/ReportPage.vue'),
    meta: { title: 'Steering group’s report' },
  },
  {
    path: '/workforce/question',
    component: () => import('../features/workforce/question/QuestionPage.vue'),
    meta: { title: 'Answer a question' },
  },
  {
    path: '/catalogue',
    component: () => import('../features/catalogue/CataloguePage.vue'),
    meta: { title: 'Catalogue' },
  },
  {
    path: '/catalogue/compare',
    component: () => import('../features/catalogue/ComparePage.vue'),
    meta: { title: 'Two roles side by side' },
  },
  {
    path: '/catalogue/structure',
    component: () => import('../features/catalogue/StructurePage.vue'),
    meta: { title: 'Structure' },
  },
  {
    path: '/catalogue/strands',
    component: () => import('../features/catalogue/StrandsPage.vue'),
    meta: { title: 'Strategy' },
  },
  {
    path: '/catalogue/draft',
    component: () => import('../features/drafting/DraftPage.vue'),
    meta: { title: 'Draft of the catalogue' },
  },
  {
    path: '/catalogue/draft/publish',
    component: () => import('../features/drafting/publish/PublishPage.vue'),
    meta: { title: 'Publish the draft' },
  },
  {
    path: '/catalogue/compare-versions',
    component: () => import('../features/drafting/CompareVersionsPage.vue'),
    meta: { title: 'Compare versions' },
  },
  {
    path: '/catalogue/skills/:id',
    component: () => import('../features/catalogue/SkillPage.vue'),
    props: true,
    meta: { title: 'Skill' },
  },
  {
    path: '/catalogue/roles/:id',
    component: () => import('../features/catalogue/RolePage.vue'),
    props: true,
    meta: { title: 'Role' },
  },
  {
    path: '/sharing',
    component: () => import('../features/sharing/SharingPage.vue'),
    meta: { title: 'Sharing' },
  },
  {
    path: '/settings',
    component: () => import('../features/settings/SettingsPage.vue'),
    meta: { title: 'Settings' },
  },
  {
    path: '/settings/move',
    component: () => import('../features/settings/move/MovePage.vue'),
    meta: { title: 'Move to the new address' },
  },
  { path: '/:rest(.*)*', component: () => import('./NotFound.vue'), meta: { title: 'No such page' } },
]

/** One address for each page. Addresses resolve from `<base href>`, so a sub-path needs no rebuild. */
export function createAppRouter(): Router {
  const router = createRouter({
    history: createWebHistory(new URL(document.baseURI).pathname),
    routes,
    // A fragment with `=` in it is something brought along, and no place on the page.
    scrollBehavior: ({ hash }, _from, saved) =>
      saved ?? (hash === '' || hash.includes('=') ? { top: 0 } : { el: hash }),
  })
  router.afterEach(async (to, from) => {
    document.title = `${to.meta.title} · Waymark`
    if (from.matched.length === 0 || to.path === from.path) return
    await nextTick()
    // A page change is announced by moving to its heading, as a page load would.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }))
  })
  return router
}

/** Starts loading the page of an address before the router asks for it, while the database is still being opened. */
export function loadPageAt({ pathname }: Pick<Location, 'pathname'>): void {
  const path = `/${pathname.slice(new URL(document.baseURI).pathname.length)}`
  const page = routes.find((route) => route.path === path)?.component
  if (typeof page === 'function') void (page as () => Promise<unknown>)().catch(() => {})
}
