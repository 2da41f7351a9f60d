#!/usr/bin/env bash
# A throw-away Neo4j Community server: from Maven Central with Java 17, or else as a Docker container.
#
#   scripts/neo4j.sh start  [FOLDER]   start it (or leave it running) and print how to reach it
#   scripts/neo4j.sh stop   [FOLDER]   stop it; the data stay in FOLDER
#   scripts/neo4j.sh kill   [FOLDER]   stop it without warning, as a power cut would (for recovery tests)
#   scripts/neo4j.sh status [FOLDER]   tell whether it runs; exit code 1 where it does not
#   scripts/neo4j.sh run    [FOLDER]   start it, say "ready", and stop it when standard input ends or says a word
#   scripts/neo4j.sh engine            tell what it would be started with; exit code 1 where nothing is to be had
#   scripts/neo4j.sh admin  FOLDER ARGUMENTS...   run neo4j-admin on it (Java only)
#
# FOLDER (default .neo4j) gets everything: data, configuration, log and the file FOLDER/env with NEO4J_URI,
# NEO4J_USERNAME and NEO4J_PASSWORD (readable by you only). To use the server:   set -a; . FOLDER/env; set +a
#
# Environment:
#   NEO4J_PASSWORD         password of the first start; made up where it is not set
#   NEO4J_VERSION          version, exactly (5.26.30); those named by years, 2026.08.1, need Java 21 or newer
#   NEO4J_ENGINE           java or docker; else java where Java 17+ and Maven are to be had, then docker
#   NEO4J_BOLT_PORT        7687; 0 takes a free one
#   NEO4J_HTTP_PORT        7474; 0 takes a free one; "none" starts without HTTP (Browser)
#   NEO4J_HEAP, NEO4J_PAGECACHE   memory (512m, 128m)
#   NEO4J_JVM              more flags for Java
#   NEO4J_CONF_EXTRA       more lines for neo4j.conf (Java only)
#   NEO4J_CACHE            folder of the downloaded jars (the user's cache folder)
#   NEO4J_EPHEMERAL        with run: remove FOLDER afterwards, unless the word is "keep"
#   NEO4J_WAIT             seconds to wait for the start (120)
#   JAVA                   the java to use (java)
#
# Neo4j Community is GPLv3: a process of its own, spoken to over a socket, no part of this program.
set -euo pipefail

VERSION=${NEO4J_VERSION:-5.26.30}
JAVA=${JAVA:-java}
BOLT=${NEO4J_BOLT_PORT:-7687}
HTTP=${NEO4J_HTTP_PORT:-7474}
WAIT=${NEO4J_WAIT:-120}
HEAP=${NEO4J_HEAP:-512m}
PAGECACHE=${NEO4J_PAGECACHE:-128m}
CACHE=${NEO4J_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/entente}
LIB=$CACHE/neo4j-$VERSION/lib
case $VERSION in 20*) NEEDS_JAVA=21 ;; *) NEEDS_JAVA=17 ;; esac

say() { echo "neo4j: $*" >&2; }
die() { say "$*"; exit 1; }
usage() { sed -n '4,10s/^# *//p' "$0" >&2; exit 2; }

# ---- what runs already

engine_of() { cat "$H/engine" 2>/dev/null || true; }

# A pid counts as ours only while that process runs with this very home folder.
ours() {
	[ -s "$H/server.pid" ] || return 1
	ps -ww -o command= -p "$(cat "$H/server.pid")" 2>/dev/null | grep -qF -- "--home-dir=$H "
}
container() { echo "entente-$(printf %s "$H" | cksum | cut -d' ' -f1)"; }
container_runs() { [ "$(docker inspect -f '{{.State.Running}}' "$(container)" 2>/dev/null)" = true ]; }
running() { if [ "$(engine_of)" = docker ]; then container_runs; else ours; fi; }

# ---- getting it

java_major() { "$JAVA" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1; }
have_jars() { ls "$LIB"/neo4j-server-*.jar >/dev/null 2>&1; }
java_engine() {
	local major
	command -v "$JAVA" >/dev/null || return 1
	major=$(java_major)
	[ "${major:-0}" -ge "$NEEDS_JAVA" ] || return 1
	have_jars || command -v mvn >/dev/null
}
docker_engine() { command -v docker >/dev/null && docker info >/dev/null 2>&1; }

choose_engine() {
	case ${NEO4J_ENGINE:-} in
	java) java_engine || die "needs Java $NEEDS_JAVA or newer (JAVA names one), and Maven for the first download" ;;
	docker) docker_engine || die "no Docker engine answers" ;;
	'')
		if java_engine; then
			echo java
		elif docker_engine; then
			echo docker
		else
			die "needs Java $NEEDS_JAVA or newer (JAVA names one) with Maven, or a Docker engine"
		fi
		return
		;;
	*) die "NEO4J_ENGINE is java or docker" ;;
	esac
	echo "$NEO4J_ENGINE"
}

# The jars come into a folder beside and are renamed, so that two downloads at once and a cut one do no harm. The
# version in the pom is exact: with a range Maven reads the poms of all versions, which takes minutes.
get_jars() {
	have_jars && return
	say "getting Neo4j $VERSION from Maven Central into $LIB (145 MB, once)"
	local part
	mkdir -p "$CACHE/neo4j-$VERSION"
	part=$(mktemp -d "$CACHE/neo4j-$VERSION/part.XXXXXX")
	cat >"$part/pom.xml" <<-POM
		<project xmlns="http://maven.apache.org/POM/4.0.0">
		  <modelVersion>4.0.0</modelVersion>
		  <groupId>entente</groupId><artifactId>neo4j-server</artifactId><version>1</version>
		  <dependencies>
		    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>$VERSION</version></dependency>
		  </dependencies>
		</project>
	POM
	(cd "$part" && mvn -q -B dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$part/lib") >&2 || { rm -rf "$part"; die "download failed"; }
	mv "$part/lib" "$LIB" 2>/dev/null || have_jars || die "cannot write $LIB"
	rm -rf "$part"
}

# ---- starting it

password() {
	[ -s "$H/password" ] && return
	(
		umask 077
		if [ -n "${NEO4J_PASSWORD:-}" ]; then printf '%s' "$NEO4J_PASSWORD"; else head -c 18 /dev/urandom | base64 | tr -d '\n+/='; fi >"$H/password"
	)
	[ "$(wc -c <"$H/password")" -ge 8 ] || { rm -f "$H/password"; die "the password needs 8 characters or more"; }
}

configure() {
	mkdir -p "$H/conf" "$H/run" "$H/import"
	cat >"$H/conf/neo4j.conf" <<-CONF
		server.default_listen_address=127.0.0.1
		server.bolt.listen_address=127.0.0.1:$BOLT
		server.bolt.advertised_address=127.0.0.1:$BOLT
		server.memory.pagecache.size=$PAGECACHE
		server.directories.import=import
		db.tx_log.preallocate=false
		dbms.usage_report.enabled=false
		# neo4j-admin starts a second Java with these flags
		server.jvm.additional=--add-opens=java.base/java.nio=ALL-UNNAMED
		# without these two every stop waits for Bolt's two quiet periods, 10 s in all
		internal.dbms.bolt.netty_server_shutdown_quiet_period=0
		internal.dbms.bolt.netty_server_shutdown_timeout=1
	CONF
	if [ "$HTTP" = none ]; then
		echo "server.http.enabled=false"
	else
		printf 'server.http.listen_address=127.0.0.1:%s\nserver.http.advertised_address=127.0.0.1:%s\n' "$HTTP" "$HTTP"
	fi >>"$H/conf/neo4j.conf"
	[ -z "${NEO4J_CONF_EXTRA:-}" ] || printf '%s\n' "$NEO4J_CONF_EXTRA" >>"$H/conf/neo4j.conf"
}

admin() { NEO4J_HOME=$H NEO4J_CONF=$H/conf "$JAVA" -Xmx"$HEAP" -cp "$LIB/*" org.neo4j.server.startup.Neo4jAdminCommand "$@"; }

# The password goes to Java in a file of arguments, so that no process list shows it. NEO4J_HOME is needed: without
# it the password lands in the parent of the working folder.
set_password() {
	[ ! -e "$H/data/databases" ] || return 0
	(
		umask 077
		# shellcheck disable=SC1003
		printf -- '-cp "%s/*"\norg.neo4j.server.startup.Neo4jAdminCommand\ndbms\nset-initial-password\n"%s"\n' \
			"$LIB" "$(sed 's/[\\"]/\\&/g' "$H/password")" >"$H/password.args"
	)
	NEO4J_HOME=$H NEO4J_CONF=$H/conf "$JAVA" "@$H/password.args" >"$H/password.out" 2>&1 || { cat "$H/password.out" >&2; exit 1; }
	rm -f "$H/password.args" "$H/password.out"
}

taken() { [ "$1" != none ] && (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
free_port() { # a server cannot be asked which port it took, so one is found beforehand
	local port
	while port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000)); do taken "$port" || break; done
	echo "$port"
}
wait_for_ports() { # a server just killed holds its port for a moment
	local i port
	for port in "$BOLT" "$HTTP"; do
		for i in 1 2 3 4 5 6 7 8 9 10; do taken "$port" || continue 2; sleep 0.5; done
		die "port $port is taken by another process"
	done
}

start_java() {
	get_jars
	[ "$BOLT" != 0 ] || BOLT=$(free_port)
	[ "$HTTP" != 0 ] || HTTP=$(free_port)
	wait_for_ports
	configure
	set_password
	local main=org.neo4j.server.CommunityEntryPoint
	# the name of 2025.x and later
	! grep -qaF org/neo4j/server/Neo4jCommunity.class "$LIB"/neo4j-[0-9]*.jar || main=org.neo4j.server.Neo4jCommunity
	local detach=nohup
	! command -v setsid >/dev/null || detach=setsid
	# shellcheck disable=SC2086
	$detach "$JAVA" -Xms"$HEAP" -Xmx"$HEAP" ${NEO4J_JVM:--XX:+UseG1GC} \
		--add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED \
		-cp "$LIB/*" $main --home-dir="$H" --config-dir="$H/conf" --console-mode >"$H/server.out" 2>&1 </dev/null &
	echo $! >"$H/server.pid"
	echo java >"$H/engine"
}

start_docker() {
	[ "$BOLT" != 0 ] || BOLT=$(free_port)
	[ "$HTTP" != 0 ] || HTTP=$(free_port)
	wait_for_ports
	mkdir -p "$H/data"
	local ports=(-p "127.0.0.1:$BOLT:7687")
	[ "$HTTP" = none ] || ports+=(-p "127.0.0.1:$HTTP:7474")
	echo docker >"$H/engine"
	docker rm -f "$(container)" >/dev/null 2>&1 || true
	# -e NAME alone passes the value by environment, not by argument
	NEO4J_AUTH="neo4j/$(cat "$H/password")" NEO4J_server_memory_heap_max__size=$HEAP NEO4J_server_memory_pagecache_size=$PAGECACHE \
		docker run -d --name "$(container)" "${ports[@]}" -v "$H/data:/data" \
		-e NEO4J_AUTH -e NEO4J_server_memory_heap_max__size -e NEO4J_server_memory_pagecache_size -e NEO4J_dbms_usage__report_enabled=false \
		"neo4j:$VERSION-community" >/dev/null
}

# ---- is it up?

bolt_port() {
	if [ "$(engine_of)" = docker ]; then
		docker port "$(container)" 7687/tcp 2>/dev/null | sed -n '1s/.*://p'
	else
		sed -n 's/^server\.bolt\.listen_address=.*://p' "$H/conf/neo4j.conf" 2>/dev/null
	fi
}
log() { if [ "$(engine_of)" = docker ]; then docker logs --tail 50 "$(container)" 2>&1; else tail -50 "$H/server.out"; fi; }

# Up is: the log says so, and Bolt shakes hands (magic, four proposed versions; the answer is one of them).
up() {
	log | grep -q 'Started\.$' || return 1
	local port answer
	port=$(bolt_port)
	[ -n "$port" ] || return 1
	answer=$( { exec 3<>"/dev/tcp/127.0.0.1/$port" &&
		printf '\x60\x60\xb0\x17\x00\x08\x08\x05\x00\x00\x04\x04\x00\x00\x00\x00\x00\x00\x00\x00' >&3 &&
		head -c 4 <&3 | od -An -tx1 | tr -d ' \n'; } 2>/dev/null) || true
	[ -n "$answer" ] && [ "$answer" != 00000000 ]
}

wait_until_up() {
	local end=$((SECONDS + WAIT))
	until up; do
		running || [ $SECONDS -lt $((end - WAIT + 2)) ] || { log >&2; die "the server ended"; }
		[ $SECONDS -lt $end ] || { log >&2; die "not up after $WAIT s"; }
		sleep 0.2
	done
}

write_env() {
	(
		umask 077
		printf "NEO4J_URI='bolt://127.0.0.1:%s'\nNEO4J_USERNAME='neo4j'\nNEO4J_PASSWORD='%s'\n" \
			"$(bolt_port)" "$(sed "s/'/'\\\\''/g" "$H/password")" >"$H/env"
	)
}

start() {
	[ -e "$H/.gitignore" ] || echo '*' >"$H/.gitignore" # the default folder stands in the repository
	if ! running; then
		local engine
		engine=$(choose_engine)
		password
		"start_$engine"
	fi
	wait_until_up
	write_env
	say "Neo4j $VERSION is up at bolt://127.0.0.1:$(bolt_port); to use it: set -a; . $H/env; set +a"
}

# ---- stopping it

stop() { # TERM makes a checkpoint and closes cleanly
	local signal=${1:-TERM}
	[ -d "$H" ] || return 0
	if [ "$(engine_of)" = docker ]; then
		[ "$signal" = TERM ] && docker stop "$(container)" >/dev/null 2>&1 || true
		docker rm -f "$(container)" >/dev/null 2>&1 || true
		return 0
	fi
	ours || { rm -f "$H/server.pid"; return 0; }
	local pid end=$((SECONDS + 60))
	pid=$(cat "$H/server.pid")
	kill "-$signal" "$pid" 2>/dev/null || true
	while ours; do
		[ $SECONDS -lt $end ] || kill -KILL "$pid" 2>/dev/null || true
		sleep 0.1
	done
	rm -f "$H/server.pid"
}

word=
run() {
	trap 'stop; [ "$word" = keep ] || [ -z "${NEO4J_EPHEMERAL:-}" ] || rm -rf "$H"' EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM
	start
	echo "ready"
	read -r word || true
}

[ $# -ge 1 ] || usage
command=$1
[ "$command" != engine ] || { choose_engine; exit 0; }
folder=${2:-.neo4j}
case $command in
start | run | admin) mkdir -p "$folder" ;;
stop | kill | status) [ -d "$folder" ] || { [ "$command" != status ] || die "does not run"; exit 0; } ;;
*) usage ;;
esac
H=$(cd "$folder" && pwd)
case $command in
start) start ;;
stop) stop ;;
kill) stop KILL ;;
run) run ;;
status) running || die "does not run"; say "runs at bolt://127.0.0.1:$(bolt_port)" ;;
admin) shift 2; get_jars; configure; admin "$@" ;;
esac
