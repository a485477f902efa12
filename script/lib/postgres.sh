# A private PostgreSQL cluster for shell scripts: thin words over cluster.py, which says what each does. `start_cluster`
# and `restart_cluster` export PGHOST, PGPORT, PGUSER, PGDATABASE and QINGYUAN_TEST_DATABASE.

# start_cluster FOLDER [NAME=VALUE …]: with settings of the server besides its own.
start_cluster() {
  local settings
  CLUSTER=$1
  settings=$(cluster start "${@:2}") || return 1
  eval "$settings"
}

restart_cluster() {
  local settings
  settings=$(cluster restart) || return 1
  eval "$settings"
}

stop_cluster() { cluster stop; }

kill_cluster() { cluster kill; }

cluster() { /usr/bin/python3 "$(dirname "${BASH_SOURCE[0]}")/cluster.py" "$1" "$CLUSTER" "${@:2}"; }
