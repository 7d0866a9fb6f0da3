import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '../../app/page';
import { useApi } from '../../app/services';
import { useT } from '../../i18n/use-t';
import { ok } from '../../shared/api/client';
import { Loaded } from '../../shared/api/Loaded';
import { CalendarFeed } from '../../shared/calendar/CalendarFeed';
import { Reminders } from '../../shared/calendar/Reminders';
import { PageHeading } from '../../shared/ui/PageHeading';
import { Panel } from '../../shared/ui/Panel';
import { CalendarsIn } from './CalendarsIn';
import { ListingHours } from './ListingHours';
import { StudioNav } from './StudioNav';
import { WeekEditor } from './WeekEditor';

function AvailabilityView(): ReactNode {
  const t = useT();
  const api = useApi();
  const query = useQuery({
    queryKey: ['studio', 'availability'],
    queryFn: () => ok(api.GET('/studio/availability')),
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <StudioNav />
      <PageHeading lead={t('studio:hours.lead')}>{t('studio:hours.title')}</PageHeading>
      <div className="grid gap-5">
        <Loaded query={query}>
          {(availability) => <WeekEditor availability={availability} />}
        </Loaded>
        <ListingHours />
        <CalendarsIn />
        <Panel title={t('common:calendar.title')}>
          <div className="grid gap-6">
            <CalendarFeed />
            <Reminders />
          </div>
        </Panel>
      </div>
    </>
  );
}

export const page: Page<null> = {
  Component: AvailabilityView,
  head: ({ t }) => ({ title: t('studio:hours.title'), isPrivate: true }),
};
