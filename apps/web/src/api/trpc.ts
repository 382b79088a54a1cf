import type { AppRouter } from '@atelier/api/app-router';
import { createTRPCReact, type CreateTRPCReact } from '@trpc/react-query';

export const trpc: CreateTRPCReact<AppRouter, unknown> = createTRPCReact<AppRouter>();
