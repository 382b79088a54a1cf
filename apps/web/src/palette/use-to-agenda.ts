import { useLocation, useNavigate } from '@tanstack/react-router';
import { type AgendaSearch, agendaSearch } from '../agenda/agenda-search.ts';

/** Leads to the agenda, in the view that is shown there already. */
export function useToAgenda(): (to: AgendaSearch) => void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (to) => {
    const { view, date } = pathname === '/agenda' ? agendaSearch(search) : {};
    void navigate({ to: '/agenda', search: { view, date, ...to } });
  };
}
