import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useMe } from '../../shell/use-me.ts';
import { WIDGETS } from '../widgets/registry.ts';
import { type Arrangement, arranged } from './arrangement.ts';

const AS_IT_COMES: Arrangement = { order: [], hidden: [] };

/** How this person's dashboard is arranged. Kept with them, on every device; a change shows at once. */
export function useArrangement() {
  const { role } = useMe();
  const { data, error } = trpc.dashboard.arrangement.useQuery();
  const { arrangement: known } = trpc.useUtils().dashboard;
  const onProblem = useProblemToast();
  const arrange = trpc.dashboard.arrange.useMutation({
    async onMutate(wanted) {
      await known.cancel();
      const before = known.getData();
      known.setData(undefined, wanted);
      return { before };
    },
    onError(problem, _, asked) {
      known.setData(undefined, asked?.before);
      onProblem(problem);
    },
  });
  const arrangement = data ?? AS_IT_COMES;
  return {
    ...arranged(
      WIDGETS.filter(({ roles }) => roles.includes(role)),
      arrangement,
    ),
    /** The page would jump when it comes. */
    loading: !data && error === null,
    save: ({ order, hidden }: Arrangement) => arrange.mutate({ order: [...order], hidden: [...hidden] }),
  };
}
