#!/bin/bash
# Copies the primary the first time, then follows it under the name by which the primary waits for it.
set -euo pipefail
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  until PGPASSWORD="$REPLICATION_PASSWORD" pg_basebackup --host=primary --username=replication --pgdata="$PGDATA" \
    --wal-method=stream --checkpoint=fast --write-recovery-conf; do
    rm -rf "${PGDATA:?}"/*
    sleep 2
  done
  {
    echo "primary_conninfo = 'host=primary user=replication password=$REPLICATION_PASSWORD application_name=replica'"
    echo 'hot_standby = on'
  } >> "$PGDATA/postgresql.auto.conf"
  chown -R postgres:postgres "$PGDATA"
  chmod 700 "$PGDATA"
fi
exec gosu postgres postgres -D "$PGDATA"
