import { ICalCalendarMethod, default as ical } from 'ical-generator';
import type { Booking } from '../../pages/api/views/booking.view.js';

type Appointment = Pick<Booking, 'id' | 'startsAt' | 'endsAt'> & {
  readonly title: string;
  readonly with: string;
  readonly url?: string;
};

/** The booking as a calendar file; the same booking keeps its UID, so that calendars replace it. @source RFC 5545 */
export function calendarFileOf(appointment: Appointment): string {
  const calendar = ical({
    name: 'Visavis',
    method: ICalCalendarMethod.PUBLISH,
    prodId: '//Visavis//Bookings//EN',
  });
  calendar.createEvent({
    id: `${appointment.id}@visavis`,
    start: new Date(appointment.startsAt),
    end: new Date(appointment.endsAt),
    summary: `${appointment.title} - ${appointment.with}`,
    ...(appointment.url ? { url: appointment.url } : {}),
  });
  return calendar.toString();
}

export function calendarOf(booking: Booking): string {
  return calendarFileOf({
    id: booking.id,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    title: booking.listing.title,
    with: booking.role === 'learner' ? booking.expert.displayName : booking.learnerName,
  });
}
