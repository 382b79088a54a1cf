import { Calendar, type CalendarRef, type EventInput } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import { createRef } from 'react';
import { createRoot } from 'react-dom/client';

// The same events in FullCalendar with nothing around it, switched by the same keys: what Atelier's page is held against.
const PLUGINS = [classicTheme, dayGridPlugin, timeGridPlugin];
const VIEWS: Readonly<Record<string, string>> = { m: 'dayGridMonth', w: 'timeGridWeek' };
const calendar = createRef<CalendarRef>();
const date = new URLSearchParams(location.search).get('date') ?? '';
const events = (await (await fetch('/events.json')).json()) as EventInput[];
createRoot(document.getElementById('root') as HTMLElement).render(
  <Calendar
    ref={calendar}
    plugins={PLUGINS}
    initialView="dayGridMonth"
    initialDate={date}
    timeZone="Europe/Zurich"
    height="900px"
    dayMaxEvents
    events={events}
  />,
);
addEventListener('keydown', ({ key }) => {
  const view = VIEWS[key];
  if (view) calendar.current?.getApi().changeView(view);
});
