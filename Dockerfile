# One image for server and worker. TypeScript runs as it is (Node strips the types), so the workspace is
# copied whole: type stripping does not reach into node_modules.
FROM node:26.10.0-bookworm-slim AS build
WORKDIR /srv/atelier
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml turbo.json tsconfig.base.json prisma.config.ts ./
COPY scripts scripts
COPY prisma prisma
COPY bench bench
COPY packages packages
COPY apps apps
RUN pnpm install --frozen-lockfile && pnpm build

FROM node:26.10.0-bookworm-slim
WORKDIR /srv/atelier
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4600 ATELIER_HOME=/var/lib/atelier ATELIER_DEMO=0
COPY --from=build --chown=root:root /srv/atelier /srv/atelier
RUN useradd --system --uid 10001 --home-dir /var/lib/atelier --create-home atelier
USER atelier
VOLUME /var/lib/atelier
EXPOSE 4600
CMD ["node", "apps/server/src/main.ts"]
