# What the benchmarks share: programs, a Portico on a folder of its own, and its database.

say() { printf '%s\n' "$*" >&2; }
stop() { printf 'bench: %s\n' "$1" >&2; exit 1; }

# need PROGRAM PACKAGE: installs the package where that is allowed.
need() {
  command -v "$1" >/dev/null 2>&1 && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing $2…"
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$2"; } \
      >/dev/null 2>&1 && command -v "$1" >/dev/null 2>&1 && return
  fi
  stop "needs $1; on Debian: sudo apt-get install --no-install-recommends $2"
}

free_port() {
  local port
  for port in $(seq 18080 18180); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { printf '%s' "$port"; return; }
  done
  stop "found no free port between 18080 and 18180"
}

# start_portico FOLDER PORT: sets $portico to its process id.
start_portico() {
  ./portico serve --port "$2" --data "$1" >"$1.log" 2>&1 &
  portico=$!
  : >>"$1.log"
  local waited=0
  : >>"$1.log"
  until grep -q 'Portico is ready' "$1.log"; do
    kill -0 "$portico" 2>/dev/null || { cat "$1.log" >&2; stop "Portico did not start"; }
    waited=$((waited + 1))
    [ "$waited" -lt 1800 ] || stop "Portico was not ready within three minutes"
    sleep 0.1
  done
}

stop_portico() {
  [ -z "${portico:-}" ] || { kill "$portico" 2>/dev/null && wait "$portico" 2>/dev/null; portico=; }
}

# reach_database FOLDER: lets psql and pgbench in, as the superuser of the embedded PostgreSQL.
reach_database() {
  PGPORT=$(sed -n 4p "$1/postgres/postmaster.pid")
  PGPASSWORD=$(cat "$1/postgres.password")
  PGUSER=$(sed -n 's/.*SUPERUSER = "\(.*\)".*/\1/p' src/main/java/io/portico/installation/EmbeddedDatabase.java)
  export PGHOST=127.0.0.1 PGPORT PGPASSWORD PGUSER PGDATABASE=portico
}

# The one with the middle value of all lines.
median() { sort -g | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'; }
